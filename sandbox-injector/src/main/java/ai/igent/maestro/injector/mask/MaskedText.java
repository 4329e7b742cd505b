package ai.igent.maestro.injector.mask;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import ai.igent.maestro.injector.recognition.Find;
import ai.igent.maestro.injector.recognition.Sink;

/** What remains of a text, with {@code [NAME]} where a value was. */
final class MaskedText implements Sink {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void text(byte[] text, int from, int to) {
        bytes.write(text, from, to - from);
    }

    @Override
    public void found(Find find) {
        bytes.writeBytes(("[" + find.name() + "]").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void covered(byte[] value, int from, int to) {
        // is not passed on: that is what masking is
    }

    /** What has come since the last time. */
    byte[] take() {
        byte[] taken = bytes.toByteArray();
        bytes.reset();
        return taken;
    }
}
