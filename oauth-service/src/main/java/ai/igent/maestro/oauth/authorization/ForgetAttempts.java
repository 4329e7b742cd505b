package ai.igent.maestro.oauth.authorization;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

/** Deletes attempts from which nobody came back. */
@ApplicationScoped
class ForgetAttempts {
    private final AttemptRepository attempts;
    private final Clock clock;

    ForgetAttempts(AttemptRepository attempts, Clock clock) {
        this.attempts = attempts;
        this.clock = clock;
    }

    /** They are kept an hour beyond their end: who comes back late is told so. */
    @Scheduled(every = "PT15M", delayed = "PT1M")
    @WithTransaction
    Uni<Void> forget() {
        return attempts.deleteExpired(clock.instant().minusSeconds(3600)).replaceWithVoid();
    }
}
