package ai.igent.maestro.oauth.connection;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.idempotency.Attempt;
import ai.igent.maestro.idempotency.Idempotency;
import ai.igent.maestro.oauth.provider.Provider;
import ai.igent.maestro.oauth.provider.ProviderKey;
import ai.igent.maestro.oauth.provider.Providers;
import ai.igent.maestro.oauth.provider.Scopes;
import ai.igent.maestro.vocabulary.ConnectionId;
import ai.igent.maestro.vocabulary.IdSource;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.web.identity.Caller;

/** Notes the wish to connect an account. Nothing is connected until whoever asked has been to the provider and back. */
@ApplicationScoped
class RequestConnection {
    private final Providers providers;
    private final SealedChange change;
    private final ConnectionEvents events;
    private final IdSource ids;
    private final Clock clock;
    private final Idempotency idempotency;

    RequestConnection(Providers providers, SealedChange change, ConnectionEvents events, IdSource ids, Clock clock,
            Idempotency idempotency) {
        this.providers = providers;
        this.change = change;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        this.idempotency = idempotency;
    }

    /** An attempt that was made before gives the connection it asked for then, as it is now. */
    Uni<Connection> by(Caller.Person person, NewConnection wish, Attempt attempt, Originator by) {
        Provider provider = configured(wish.provider());
        var connection = Connection.requested(ConnectionId.of(ids.next()), owner(person, wish), person.subject(), provider.key(),
                offered(provider, wish), wish.labels(provider), clock.instant());
        return idempotency.once(attempt, () -> store(connection, attempt, by))
                .chain(made -> change.look(new ConnectionId(made.getFirst())));
    }

    private Uni<List<String>> store(Connection connection, Attempt attempt, Originator by) {
        List<String> made = List.of(connection.id().text());
        return change.first(connection, (stored, key) -> idempotency.record(attempt, made).chain(() -> events.requested(stored, by)))
                .replaceWith(made);
    }

    private Provider configured(ProviderKey wanted) {
        Provider provider = providers.find(wanted).orElseThrow(ConnectionFailure.UnknownProvider::new);
        if (!provider.isConfigured()) throw new ConnectionFailure.ProviderNotConfigured();
        return provider;
    }

    private static Scopes offered(Provider provider, NewConnection wish) {
        Scopes scopes = provider.scopesOrDefault(wish.askedScopes());
        if (!provider.offers(scopes)) throw new ConnectionFailure.UnknownScope();
        return scopes;
    }

    private static Owner owner(Caller.Person person, NewConnection wish) {
        Owner owner = wish.organizationAsOwner().orElse(person.owner());
        if (owner.kind() == Owner.Kind.ORGANIZATION && !person.isAdminOf(owner.id())) throw new ConnectionFailure.AdminsOnly();
        return owner;
    }
}
