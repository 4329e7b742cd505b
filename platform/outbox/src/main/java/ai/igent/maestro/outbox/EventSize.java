package ai.igent.maestro.outbox;

import java.nio.charset.StandardCharsets;

/** What a Kafka broker takes by default is 1 MiB for a record with its headers; a larger event would block its topic for ever. */
public final class EventSize {
    /** In bytes of its data. */
    public static final int LARGEST = 900_000;

    private static final int MOST_BYTES_OF_A_CHAR = 3;

    private EventSize() {}

    public static boolean fits(String data) {
        return data.length() <= LARGEST / MOST_BYTES_OF_A_CHAR || data.getBytes(StandardCharsets.UTF_8).length <= LARGEST;
    }
}
