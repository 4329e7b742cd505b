package ai.igent.maestro.oauth.connection;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.oauth.provider.Provider;
import ai.igent.maestro.oauth.provider.Providers;
import ai.igent.maestro.oauth.provider.Scopes;
import ai.igent.maestro.vocabulary.ConnectionId;
import ai.igent.maestro.web.identity.Caller;

/** Notes the wish for a further authorization of a connection, with other scopes if asked. What is connected works on until it is given. */
@ApplicationScoped
class ReauthorizeConnection {
    private final SealedChange change;
    private final Providers providers;
    private final ConnectionEvents events;
    private final Clock clock;

    ReauthorizeConnection(SealedChange change, Providers providers, ConnectionEvents events, Clock clock) {
        this.change = change;
        this.providers = providers;
        this.events = events;
        this.clock = clock;
    }

    Uni<Connection> by(Caller.Person person, ConnectionId id, Optional<Scopes> asked, Originator by) {
        return change.of(id, Admission.ofManager(person), (connection, key) -> {
            connection.reauthorize(person.subject(), scopes(connection, asked), clock.instant());
            return events.requested(connection, by);
        });
    }

    private Scopes scopes(Connection connection, Optional<Scopes> asked) {
        Provider provider = providers.find(connection.provider()).filter(Provider::isConfigured)
                .orElseThrow(ConnectionFailure.ProviderNotConfigured::new);
        Scopes scopes = asked.filter(named -> !named.isEmpty()).orElse(connection.requestedScopes());
        if (!provider.offers(scopes)) throw new ConnectionFailure.UnknownScope();
        return scopes;
    }
}
