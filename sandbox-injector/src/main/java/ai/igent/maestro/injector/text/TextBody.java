package ai.igent.maestro.injector.text;

import jakarta.ws.rs.NotSupportedException;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.vertx.MultiHelper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** A request's body, piece by piece, as fast as it is read. */
public final class TextBody {
    private TextBody() {}

    /** @throws NotSupportedException when it is compressed: what is compressed shows no value */
    public static Multi<byte[]> of(HttpServerRequest request) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) throw new NotSupportedException();
        return MultiHelper.toMulti(request).map(Buffer::getBytes);
    }
}
