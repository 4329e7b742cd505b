package ai.igent.maestro.local.bench.yardstick;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import ai.igent.maestro.local.bench.measure.MeasureFailure;
import ai.igent.maestro.local.bench.measure.Pause;

/** The process of something that is measured beside the suite. */
final class Yardstick implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final String title;
    private final Process process;

    private Yardstick(String title, Process process) {
        this.title = title;
        this.process = process;
    }

    /** {@code title}: for messages. */
    static Yardstick start(String title, ProcessBuilder builder) {
        try {
            return new Yardstick(title, builder.start());
        } catch (IOException e) {
            throw new MeasureFailure(title + " could not be started", e);
        }
    }

    void await(BooleanSupplier ready) {
        for (Instant end = Instant.now().plus(START); !ready.getAsBoolean();) {
            if (!process.isAlive() || Instant.now().isAfter(end))
                throw new MeasureFailure(title + " did not start");
            Pause.of(BETWEEN_LOOKS);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS))
                process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
