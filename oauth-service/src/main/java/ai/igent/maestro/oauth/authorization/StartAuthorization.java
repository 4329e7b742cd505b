package ai.igent.maestro.oauth.authorization;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.oauth.connection.Admission;
import ai.igent.maestro.oauth.connection.Connection;
import ai.igent.maestro.oauth.connection.ConnectionFailure;
import ai.igent.maestro.oauth.connection.ConnectionRepository;
import ai.igent.maestro.oauth.connection.ConsolePages;
import ai.igent.maestro.oauth.provider.Provider;
import ai.igent.maestro.oauth.provider.Providers;
import ai.igent.maestro.vocabulary.ConnectionId;
import ai.igent.maestro.web.identity.Caller;

/** Sends a person to the provider of a connection, with a state that is good once, for this person, this browser and this provider. */
@ApplicationScoped
class StartAuthorization {
    private final ConnectionRepository connections;
    private final AttemptRepository attempts;
    private final Providers providers;
    private final ConsolePages pages;
    private final SecureRandom randomness;
    private final Clock clock;

    StartAuthorization(ConnectionRepository connections, AttemptRepository attempts, Providers providers, ConsolePages pages,
            SecureRandom randomness, Clock clock) {
        this.connections = connections;
        this.attempts = attempts;
        this.providers = providers;
        this.pages = pages;
        this.randomness = randomness;
        this.clock = clock;
    }

    @WithTransaction
    Uni<URI> of(ConnectionId id, Caller.Person person, BrowserSecret browser) {
        Nonce state = Nonce.random(randomness);
        return connections.requireForUpdate(id)
                .invoke(Admission.ofWhoeverAsked(person)::check)
                .invoke(connection -> connection.authorizationBegan(clock.instant()))
                .call(connection -> attempts.persist(AuthorizationAttempt.begin(connection, state, browser, person, clock.instant())))
                .map(connection -> question(connection, state, browser).address());
    }

    private AuthorizationRequest question(Connection connection, Nonce state, BrowserSecret browser) {
        Provider provider = providers.find(connection.provider()).filter(Provider::isConfigured)
                .orElseThrow(ConnectionFailure.ProviderNotConfigured::new);
        return new AuthorizationRequest(provider, pages.callback(provider.key()), connection.requestedScopes(), state,
                browser.challenge(state));
    }
}
