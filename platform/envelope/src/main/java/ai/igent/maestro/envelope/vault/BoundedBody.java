package ai.igent.maestro.envelope.vault;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;

/** Reads an answer that must not be longer than Vault's ever are. */
final class BoundedBody {
    private static final int LONGEST = 256 * 1024;

    private final HttpClientRequest request;
    private final HttpClientResponse response;
    private final Buffer read = Buffer.buffer();
    private final Promise<byte[]> whole = Promise.promise();

    BoundedBody(HttpClientRequest request, HttpClientResponse response) {
        this.request = request;
        this.response = response;
    }

    Future<byte[]> whole() {
        response.handler(this::take).endHandler(end -> whole.tryComplete(bytes())).exceptionHandler(whole::tryFail);
        return whole.future();
    }

    private void take(Buffer part) {
        if (read.length() + part.length() > LONGEST) {
            whole.tryFail(new VaultFailure(VaultFailure.Reason.STRANGE));
            request.reset();
            return;
        }
        read.appendBuffer(part);
    }

    /** What was read, which may be a key, stays in one place only. */
    private byte[] bytes() {
        byte[] bytes = read.getBytes();
        read.setBytes(0, new byte[bytes.length]);
        return bytes;
    }
}
