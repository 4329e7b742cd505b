package ai.igent.maestro.injector.recognition;

import java.util.Arrays;

/** A piece of a value that gives it away, or enough of it. Not a record: it is not to be printed. */
final class Part {
    private final byte[] bytes;
    private final boolean encodable;

    /** Takes over {@code bytes}. @param encodable whether it may also stand encoded in a text */
    Part(byte[] bytes, boolean encodable) {
        this.bytes = bytes;
        this.encodable = encodable;
    }

    byte[] bytes() {
        return bytes;
    }

    boolean isEncodable() {
        return encodable;
    }

    void wipe() {
        Arrays.fill(bytes, (byte) 0);
    }
}
