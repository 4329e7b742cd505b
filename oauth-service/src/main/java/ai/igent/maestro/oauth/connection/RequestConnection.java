package ai.igent.maestro.oauth.connection;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.Originator;
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

    RequestConnection(Providers providers, SealedChange change, ConnectionEvents events, IdSource ids, Clock clock) {
        this.providers = providers;
        this.change = change;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    Uni<Connection> by(Caller.Person person, NewConnection wish, Originator by) {
        Provider provider = configured(wish.provider());
        var connection = Connection.requested(ConnectionId.of(ids.next()), owner(person, wish), person.subject(), provider.key(),
                offered(provider, wish), wish.labels(provider), clock.instant());
        return change.first(connection, (stored, key) -> events.requested(stored, by));
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
