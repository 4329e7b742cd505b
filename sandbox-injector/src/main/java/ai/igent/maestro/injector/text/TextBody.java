package ai.igent.maestro.injector.text;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.vertx.MultiHelper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** A request's body, piece by piece, as fast as it is read. */
public final class TextBody {
    private TextBody() {}

    public static Multi<byte[]> of(HttpServerRequest request) {
        return MultiHelper.toMulti(request).map(Buffer::getBytes);
    }
}
