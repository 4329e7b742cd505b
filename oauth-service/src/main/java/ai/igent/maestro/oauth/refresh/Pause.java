package ai.igent.maestro.oauth.refresh;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/** Lets time pass without leaving the caller's Vert.x context, which database sessions are bound to. */
@ApplicationScoped
class Pause {
    private final Vertx vertx;

    Pause(Vertx vertx) {
        this.vertx = vertx;
    }

    Uni<Void> of(Duration length) {
        return Uni.createFrom().emitter(over -> vertx.setTimer(length.toMillis(), timer -> over.complete(null)));
    }
}
