package ai.igent.maestro.local.bench;

import java.time.Duration;

/**
 * How thoroughly is measured.
 *
 * @param first how long each JVM is under load before anything counts: it needs a minute to show its speed
 * @param warmUp before each measurement
 * @param measure each measurement
 * @param sandboxes how many sessions with active secrets take part
 * @param confirmations how many are timed
 * @param knownSessions how many the injector is made to know, where that counts
 * @param manySecrets stored ones, for what must not depend on how many there are; {@code manySessions}, {@code manyEvents} likewise
 */
public record Pace(Duration first, Duration warmUp, Duration measure, int sandboxes, int confirmations, int knownSessions,
        int manySecrets, int manySessions, int manyEvents) {
    static final Pace HONEST = new Pace(Duration.ofSeconds(60), Duration.ofSeconds(10), Duration.ofSeconds(20), 1_024, 200, 10_000,
            1_000_000, 100_000, 1_000_000);
    /** Shows that everything works; its numbers say little. */
    static final Pace QUICK = new Pace(Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(3), 64, 20, 1_000, 50_000, 10_000,
            20_000);

    /** After the first load of a JVM, as long as they make it faster: four times as long as that load at most. */
    long mostWarmUps() {
        return 4 * first.dividedBy(warmUp);
    }
}
