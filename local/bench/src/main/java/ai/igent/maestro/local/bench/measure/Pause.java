package ai.igent.maestro.local.bench.measure;

import java.time.Duration;

/** A moment in which somebody else gets on. */
public final class Pause {
    private Pause() {}

    /** @throws MeasureFailure when the thread is interrupted meanwhile */
    public static void of(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MeasureFailure("interrupted", e);
        }
    }
}
