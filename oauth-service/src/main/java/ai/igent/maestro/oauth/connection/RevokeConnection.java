package ai.igent.maestro.oauth.connection;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.vocabulary.ConnectionId;
import ai.igent.maestro.web.identity.Caller;

/**
 * Ends a connection: here first, for good and on record, then at its provider. Repeating it changes nothing here and tries the provider again if
 * that is still open.
 */
@ApplicationScoped
class RevokeConnection {
    private final SealedChange change;
    private final ProviderRevocation atProvider;
    private final ConnectionEvents events;
    private final Clock clock;

    RevokeConnection(SealedChange change, ProviderRevocation atProvider, ConnectionEvents events, Clock clock) {
        this.change = change;
        this.atProvider = atProvider;
        this.events = events;
        this.clock = clock;
    }

    Uni<Revocation> by(Caller.Person person, ConnectionId id, Originator by) {
        return change.of(id, Admission.ofManager(person), (connection, key) -> end(connection, by)).chain(this::endAtProvider);
    }

    private Uni<Void> end(Connection connection, Originator by) {
        if (connection.is(ConnectionStatus.REVOKED)) return Uni.createFrom().voidItem();
        connection.revoke(clock.instant());
        return events.revoked(connection, by);
    }

    private Uni<Revocation> endAtProvider(Connection revoked) {
        return revoked.revocation().filter(known -> known != Revocation.OPEN)
                .map(known -> Uni.createFrom().item(known))
                .orElseGet(() -> atProvider.of(revoked));
    }
}
