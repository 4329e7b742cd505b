package ai.igent.maestro.oauth.authorization;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.oauth.connection.Connection;
import ai.igent.maestro.oauth.connection.ConnectionRepository;
import ai.igent.maestro.oauth.connection.ConsolePages;
import ai.igent.maestro.oauth.provider.Provider;
import ai.igent.maestro.oauth.provider.Providers;
import ai.igent.maestro.oauth.token.AccountLookup;
import ai.igent.maestro.oauth.token.AuthorizationCode;
import ai.igent.maestro.oauth.token.IssuedTokens;
import ai.igent.maestro.oauth.token.TokenEndpoint;
import ai.igent.maestro.oauth.token.TokenFailure;
import ai.igent.maestro.vocabulary.ConnectionId;

/** Checks that a person brings what was asked for, and exchanges the code for tokens. No transaction is open meanwhile. */
@ApplicationScoped
class RedeemCode {
    private final ConnectionRepository connections;
    private final Providers providers;
    private final ConsolePages pages;
    private final TokenEndpoint endpoint;
    private final AccountLookup accounts;
    private final Clock clock;

    RedeemCode(ConnectionRepository connections, Providers providers, ConsolePages pages, TokenEndpoint endpoint, AccountLookup accounts,
            Clock clock) {
        this.connections = connections;
        this.providers = providers;
        this.pages = pages;
        this.endpoint = endpoint;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Fails with {@link AuthorizationRefused}. */
    Uni<Arrival> of(AuthorizationAttempt attempt, Return came) {
        return Uni.createFrom().item(() -> checked(attempt, came))
                .chain(provider -> asked(attempt.connection()).chain(connection -> redeem(connection, provider, came)));
    }

    @WithSession
    Uni<Connection> asked(ConnectionId id) {
        return connections.require(id);
    }

    private Provider checked(AuthorizationAttempt attempt, Return came) {
        attempt.require(came, clock.instant());
        Provider provider = providers.find(attempt.provider()).filter(Provider::isConfigured)
                .orElseThrow(() -> new AuthorizationRefused(Refusal.OTHER_PROVIDER));
        if (!provider.issuer().accepts(came.answer().issuer())) throw new AuthorizationRefused(Refusal.WRONG_ISSUER);
        return provider;
    }

    private Uni<Arrival> redeem(Connection connection, Provider provider, Return came) {
        AuthorizationCode code = code(provider, came);
        return endpoint.redeem(provider, code)
                .eventually(code::close)
                .onFailure(TokenFailure.class).transform(failure -> new AuthorizationRefused(refusal(failure)))
                .chain(issued -> identify(connection, provider, issued));
    }

    private AuthorizationCode code(Provider provider, Return came) {
        return new AuthorizationCode(came.answer().code(),
                came.browser().orElseThrow().verifier(came.answer().state().orElseThrow()), pages.callback(provider.key()));
    }

    private Uni<Arrival> identify(Connection connection, Provider provider, IssuedTokens issued) {
        return accounts.of(provider, issued.access()).map(account -> new Arrival(connection, provider, issued, account))
                .onFailure().invoke(issued::close);
    }

    private static Refusal refusal(TokenFailure failure) {
        return switch (failure) {
            case TokenFailure.GrantRefused refused -> Refusal.CODE_REFUSED;
            case TokenFailure.RequestRefused refused -> Refusal.CLIENT_REFUSED;
            case TokenFailure.NotSent notSent -> Refusal.PROVIDER_UNAVAILABLE;
            case TokenFailure.NoAnswer none -> Refusal.PROVIDER_UNAVAILABLE;
        };
    }
}
