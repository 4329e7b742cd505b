package ai.igent.maestro.rounds;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Where rounds run: on a context of their own, on the event loop that is current now. It is of no caller's request and no caller's trace. */
final class RoundContext {
    private static final Duration MOMENT = Duration.ofMillis(10);

    private RoundContext() {}

    static void afterThisTurn(Runnable work) {
        on(Vertx.currentContext(), work);
    }

    static void afterAMoment(Runnable work) {
        var context = Vertx.currentContext();
        Infrastructure.getDefaultWorkerPool().schedule(() -> on(context, work), MOMENT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void on(Context context, Runnable work) {
        if (context == null) work.run();
        else
            VertxContext.createNewDuplicatedContext(context).runOnContext(turnOver -> work.run());
    }
}
