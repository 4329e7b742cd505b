package ai.igent.maestro.local.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks again until the answer is the one that must come, and no longer than a person would wait. */
public final class Patience {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Patience() {}

    /** @throws StepFailure saying {@code what} did not happen */
    public static <T> T until(String what, Supplier<T> ask, Predicate<T> enough) {
        Instant end = Instant.now().plus(LIMIT);
        T answer = ask.get();
        while (!enough.test(answer)) {
            if (Instant.now().isAfter(end))
                throw new StepFailure("after " + LIMIT.toSeconds() + " s still not: " + what);
            pause();
            answer = ask.get();
        }
        return answer;
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailure("interrupted", e);
        }
    }
}
