package ai.igent.maestro.oauth.connection;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.oauth.provider.Provider;
import ai.igent.maestro.oauth.provider.Providers;
import ai.igent.maestro.vocabulary.ConnectionId;
import ai.igent.maestro.vocabulary.VariableName;
import ai.igent.maestro.web.identity.Caller;

/** Changes the labels of a connection. */
@ApplicationScoped
class UpdateConnection {
    private final SealedChange change;
    private final Providers providers;
    private final ConnectionEvents events;
    private final Clock clock;

    UpdateConnection(SealedChange change, Providers providers, ConnectionEvents events, Clock clock) {
        this.change = change;
        this.providers = providers;
        this.events = events;
        this.clock = clock;
    }

    /** @param expected the state the caller has seen, if it insists on it */
    Uni<Connection> by(Caller.Person person, ConnectionId id, ConnectionPatch patch, Optional<StateTag> expected, Originator by) {
        return change.of(id, Admission.ofManager(person), (connection, key) -> {
            if (!expected.map(StateTag.of(connection)::equals).orElse(true)) throw new ConnectionFailure.Stale();
            connection.relabel(patch.applyTo(connection.labels(), defaultVariable(connection)), clock.instant());
            return events.updated(connection, by);
        });
    }

    private VariableName defaultVariable(Connection connection) {
        return providers.find(connection.provider()).map(Provider::variable).orElse(connection.variable());
    }
}
