package ai.igent.maestro.injector.played;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Waits for what happens in the background, up to a deadline. */
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Eventually() {}

    /** Repeats {@code check} until it holds; at the deadline its failure is the test's. */
    public static void holds(Runnable check) {
        holds(PATIENCE, check);
    }

    /** The same for what takes longer by itself. */
    public static void holds(Duration patience, Runnable check) {
        Instant deadline = Instant.now().plus(patience);
        while (true) {
            try {
                check.run();
                return;
            } catch (AssertionError notYet) {
                if (Instant.now().isAfter(deadline)) throw notYet;
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }
    }
}
