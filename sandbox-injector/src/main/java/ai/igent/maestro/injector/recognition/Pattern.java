package ai.igent.maestro.injector.recognition;

import java.util.Arrays;

import ai.igent.maestro.vocabulary.VariableName;

/** A sequence of bytes that gives a value away. Not a record: it is not to be printed. Whoever made it wipes it. */
final class Pattern {
    private final VariableName name;
    private final Encoding encoding;
    private final byte[] bytes;

    /** Takes over {@code bytes}. */
    Pattern(VariableName name, Encoding encoding, byte[] bytes) {
        this.name = name;
        this.encoding = encoding;
        this.bytes = bytes;
    }

    VariableName name() {
        return name;
    }

    Encoding encoding() {
        return encoding;
    }

    byte[] bytes() {
        return bytes;
    }

    void wipe() {
        Arrays.fill(bytes, (byte) 0);
    }
}
