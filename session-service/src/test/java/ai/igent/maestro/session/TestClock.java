package ai.igent.maestro.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

/** This machine's clock, which a test may set wrong. The database's is another one, and right. */
@Alternative
@Priority(1)
@Singleton
public class TestClock extends Clock {
    private volatile Duration wrongBy = Duration.ZERO;

    void setWrong(Duration by) {
        wrongBy = by;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(wrongBy);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
