package ai.igent.maestro.injector.bundle;

import java.time.Duration;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Timers that keep nothing of the call that sets them: a timer holds its context, and a call's context holds the call. */
final class Timers {
    private static final Duration ROUNDED_UP = Duration.ofMillis(1).minusNanos(1);

    private Timers() {}

    /** Runs the task when the time is over, never earlier: a task that looks at the clock finds that it is over. */
    static void after(Duration time, Vertx vertx, Runnable task) {
        Context current = Vertx.currentContext();
        if (current == null) set(time, vertx, task);
        else
            VertxContext.getRootContext(current).runOnContext(there -> set(time, vertx, task));
    }

    private static void set(Duration time, Vertx vertx, Runnable task) {
        vertx.setTimer(Math.max(1, time.plus(ROUNDED_UP).toMillis()), timer -> task.run());
    }
}
