package ai.igent.maestro.oauth.authorization;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.oauth.connection.ConnectionEvents;
import ai.igent.maestro.oauth.connection.ConnectionRepository;
import ai.igent.maestro.vocabulary.ConnectionId;

/** Spends the state a person comes back with. */
@ApplicationScoped
class TakeReturn {
    private final AttemptRepository attempts;
    private final ConnectionRepository connections;
    private final ConnectionEvents events;
    private final Clock clock;

    TakeReturn(AttemptRepository attempts, ConnectionRepository connections, ConnectionEvents events, Clock clock) {
        this.attempts = attempts;
        this.connections = connections;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The attempt whose state {@code came} names. The state is spent whatever comes of it: one that is shown by the wrong person or browser has
     * leaked.
     */
    @WithTransaction
    Uni<AuthorizationAttempt> of(Return came) {
        return Uni.createFrom().item(() -> came.answer().state().orElseThrow(() -> new AuthorizationRefused(Refusal.STATE_UNKNOWN)))
                .chain(attempts::take);
    }

    /** Puts on record why nothing came of it, and shows it at the connection. */
    @WithTransaction
    Uni<Void> refuse(ConnectionId id, Originator by, Refusal why) {
        return connections.requireForUpdate(id)
                .invoke(connection -> connection.failed(why.text(), clock.instant()))
                .chain(connection -> events.refused(connection, by, why.text()));
    }
}
