package ai.igent.maestro.envelope;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Brings an answer back to where the question came from. What several callers wait for together arrives on the context of one of them, and the others'
 * database sessions are bound to their own.
 */
public final class CallersContext {
    private CallersContext() {}

    /** The same, but whoever subscribes is answered on the context it subscribed on; one without a context is answered anywhere. */
    public static <T> Uni<T> kept(Uni<T> answer) {
        return Uni.createFrom().deferred(() -> {
            Context context = Vertx.currentContext();
            return context == null ? answer : answer.emitOn(task -> context.runOnContext(now -> task.run()));
        });
    }
}
