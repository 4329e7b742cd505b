package ai.igent.maestro.oauth.connection;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.oauth.provider.Provider;
import ai.igent.maestro.oauth.provider.Providers;
import ai.igent.maestro.oauth.token.TokenRevocation;
import ai.igent.maestro.oauth.token.TokenSet;
import ai.igent.maestro.oauth.token.TokenSetRepository;
import ai.igent.maestro.vocabulary.ConnectionId;

/**
 * Ends a revoked connection at its provider and destroys the tokens. What the provider does not confirm stays open, with the tokens sealed, and
 * may be tried again any number of times by anybody: revoking a dead token succeeds.
 */
@ApplicationScoped
class ProviderRevocation {
    private final ConnectionRepository connections;
    private final TokenSetRepository tokens;
    private final Providers providers;
    private final TokenRevocation revocation;
    private final Clock clock;

    ProviderRevocation(ConnectionRepository connections, TokenSetRepository tokens, Providers providers, TokenRevocation revocation,
            Clock clock) {
        this.connections = connections;
        this.tokens = tokens;
        this.providers = providers;
        this.revocation = revocation;
        this.clock = clock;
    }

    Uni<Revocation> of(Connection connection) {
        return held(connection.id())
                .chain(held -> held.map(set -> attempt(connection, set)).orElseGet(() -> Uni.createFrom().item(Revocation.DONE)))
                .call(outcome -> settle(connection.id(), outcome));
    }

    @WithSession
    Uni<Optional<TokenSet>> held(ConnectionId id) {
        return tokens.of(id);
    }

    private Uni<Revocation> attempt(Connection connection, TokenSet held) {
        Optional<Provider> provider = providers.find(connection.provider()).filter(Provider::canRevoke);
        if (provider.isEmpty()) return Uni.createFrom().item(Revocation.UNSUPPORTED);
        return revocation.of(provider.get(), connection.owner(), held).map(done -> done ? Revocation.DONE : Revocation.OPEN);
    }

    @WithTransaction
    Uni<Void> settle(ConnectionId id, Revocation outcome) {
        return connections.requireForUpdate(id)
                .invoke(connection -> connection.revokedAtProvider(outcome, clock.instant()))
                .chain(() -> outcome == Revocation.OPEN ? Uni.createFrom().voidItem() : tokens.forget(id));
    }

    /** Some revoked connections that nobody has tried to end at their provider for a while. */
    @WithSession
    Uni<List<Connection>> open() {
        return connections.withOpenRevocation(clock.instant().minus(RetryRevocations.PAUSE));
    }
}
