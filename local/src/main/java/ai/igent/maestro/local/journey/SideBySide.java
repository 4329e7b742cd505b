package ai.igent.maestro.local.journey;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does many things, some of them at the same time: most of it is waiting, a confirmation two seconds for a sandbox that is not connected. */
public final class SideBySide {
    private static final int WORKERS = 64;

    private SideBySide() {}

    /**
     * What {@code work} makes of each, in their order.
     *
     * @param what for a message, such as "a session could not be prepared"
     * @throws StepFailure when it fails for one of them; it repeats only messages that hold no values
     */
    public static <T, R> List<R> each(List<T> all, String what, Function<T, R> work) {
        try (var workers = Executors.newFixedThreadPool(WORKERS, Thread.ofVirtual().factory())) {
            var under = all.stream().map(one -> workers.submit(() -> work.apply(one))).toList();
            return under.stream().map(each -> result(each, what)).toList();
        }
    }

    private static <R> R result(Future<R> work, String what) {
        try {
            return work.get();
        } catch (ExecutionException e) {
            throw new StepFailure(what + ": " + reason(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailure("interrupted", e);
        }
    }

    private static String reason(Throwable cause) {
        return cause instanceof StepFailure ? cause.getMessage() : cause.getClass().getSimpleName();
    }
}
