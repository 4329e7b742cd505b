package ai.igent.maestro.injector.bundle;

import java.time.Duration;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Timers that keep nothing of the call that sets them: a timer holds its context, and a call's context holds the call. */
final class Timers {
    private Timers() {}

    static void after(Duration time, Vertx vertx, Runnable task) {
        Context current = Vertx.currentContext();
        if (current == null) set(time, vertx, task);
        else
            VertxContext.getRootContext(current).runOnContext(there -> set(time, vertx, task));
    }

    private static void set(Duration time, Vertx vertx, Runnable task) {
        vertx.setTimer(Math.max(1, time.toMillis()), timer -> task.run());
    }
}
