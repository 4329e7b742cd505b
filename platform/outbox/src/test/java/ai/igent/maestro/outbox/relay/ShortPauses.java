package ai.igent.maestro.outbox.relay;

import java.time.Duration;

/** The production settings with pauses that a test can wait for. */
record ShortPauses() implements OutboxConfig {
    @Override
    public Duration pollEvery() {
        return Duration.ofMillis(50);
    }

    @Override
    public Duration gatherFor() {
        return Duration.ofMillis(50);
    }

    @Override
    public int batchSize() {
        return 50;
    }

    @Override
    public Duration sendTimeout() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Duration retryAfter() {
        return Duration.ofMillis(50);
    }

    @Override
    public Duration retryAtMostEvery() {
        return Duration.ofMillis(200);
    }

    @Override
    public Duration keepSent() {
        return Duration.ofDays(7);
    }

    @Override
    public Duration keepProcessed() {
        return Duration.ofDays(14);
    }
}
