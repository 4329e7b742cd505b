package ai.igent.maestro.audit.trail;

import java.time.DateTimeException;
import java.time.Instant;

/** Times that PostgreSQL can hold: Java's reach further. */
final class BoundedTime {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private BoundedTime() {}

    static Instant of(Instant time) {
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) throw new DateTimeException("out of bounds");
        return time;
    }
}
