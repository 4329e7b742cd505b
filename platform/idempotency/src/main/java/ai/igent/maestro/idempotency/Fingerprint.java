package ai.igent.maestro.idempotency;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

import ai.igent.maestro.vocabulary.SecretValue;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What a request says, in bytes that no two different requests share: each field with its length before it. Wiped after it was authenticated. */
public final class Fingerprint implements AutoCloseable {
    private static final int ABSENT = -1;

    private final WipeableBytes bytes = new WipeableBytes();

    Fingerprint(String purpose) {
        add(purpose);
    }

    /** Adds a field by its text; null is a field that was not given. */
    public Fingerprint add(Object field) {
        if (field == null) return length(ABSENT);
        return add(field.toString().getBytes(UTF_8));
    }

    public Fingerprint add(List<?> fields) {
        if (fields == null) return length(ABSENT);
        length(fields.size());
        fields.forEach(this::add);
        return this;
    }

    public Fingerprint add(SecretValue value) {
        return value.borrow(this::add);
    }

    private Fingerprint add(byte[] field) {
        length(field.length);
        bytes.writeBytes(field);
        return this;
    }

    private Fingerprint length(int length) {
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
        return this;
    }

    byte[] encoded() {
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        bytes.wipe();
    }

    private static final class WipeableBytes extends ByteArrayOutputStream {
        void wipe() {
            Arrays.fill(buf, (byte) 0);
        }
    }
}
