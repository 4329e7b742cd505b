package ai.igent.maestro.test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that moves when told to. */
public final class FixedClock extends Clock {
    private volatile Instant now;

    private FixedClock(Instant now) {
        this.now = now;
    }

    public static FixedClock at(String time) {
        return new FixedClock(Instant.parse(time));
    }

    public static FixedClock at(Instant time) {
        return new FixedClock(time);
    }

    public void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Itself: everything here is UTC. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
