package ai.igent.maestro.web.body;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

import org.jboss.resteasy.reactive.server.spi.ServerHttpRequest;

/** Takes a body to its end. Of one that is too long nothing more is kept, as HTTP/2 tells no length beforehand. */
final class UnreadBody implements ServerHttpRequest.ReadCallback {
    private final long largest;
    private final Consumer<UnreadBody> taken;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long length;

    UnreadBody(long largest, Consumer<UnreadBody> taken) {
        this.largest = largest;
        this.taken = taken;
    }

    @Override
    public void data(ByteBuffer piece) {
        length += piece.remaining();
        byte[] bytes = new byte[isTooLong() ? 0 : piece.remaining()];
        piece.get(bytes);
        kept.writeBytes(bytes);
    }

    @Override
    public void done() {
        taken.accept(this);
    }

    boolean isEmpty() {
        return length == 0;
    }

    boolean isTooLong() {
        return length > largest;
    }

    byte[] bytes() {
        return kept.toByteArray();
    }
}
