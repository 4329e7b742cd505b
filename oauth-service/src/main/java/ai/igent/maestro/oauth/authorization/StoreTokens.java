package ai.igent.maestro.oauth.authorization;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.envelope.DataKey;
import ai.igent.maestro.oauth.connection.Admission;
import ai.igent.maestro.oauth.connection.Connection;
import ai.igent.maestro.oauth.connection.ConnectionEvents;
import ai.igent.maestro.oauth.connection.Lifetime;
import ai.igent.maestro.oauth.connection.SealedChange;
import ai.igent.maestro.oauth.token.IssuedTokens;
import ai.igent.maestro.oauth.token.TokenSeal;
import ai.igent.maestro.oauth.token.TokenSetRepository;

/** Puts tokens that were issued on an authorization in force. The connection must still be as it was when they were asked for. */
@ApplicationScoped
class StoreTokens {
    private final SealedChange change;
    private final TokenSeal seal;
    private final TokenSetRepository tokens;
    private final ConnectionEvents events;
    private final Clock clock;

    StoreTokens(SealedChange change, TokenSeal seal, TokenSetRepository tokens, ConnectionEvents events, Clock clock) {
        this.change = change;
        this.seal = seal;
        this.tokens = tokens;
        this.events = events;
        this.clock = clock;
    }

    Uni<Connection> of(Arrival arrival, Return came) {
        return change.of(arrival.asked().id(), Admission.ofWhoeverAsked(came.person()),
                (connection, key) -> connect(connection, key, arrival, came));
    }

    private Uni<Void> connect(Connection connection, DataKey key, Arrival arrival, Return came) {
        if (connection.generation() != arrival.asked().generation()) throw new AuthorizationRefused(Refusal.CONNECTION_CHANGED);
        if (!connection.accepts(arrival.account())) throw new AuthorizationRefused(Refusal.ANOTHER_ACCOUNT);
        IssuedTokens issued = arrival.tokens();
        var sealed = seal.seal(key, connection.owner(), connection.id(), connection.nextGeneration(), issued);
        connection.connect(issued.scopes().orElse(connection.requestedScopes()), arrival.account(), lifetime(issued), clock.instant());
        return tokens.store(sealed).chain(() -> events.connected(connection, came.originator()));
    }

    private Lifetime lifetime(IssuedTokens issued) {
        Instant now = clock.instant();
        return new Lifetime(issued.life().map(now::plus), issued.refresh().isPresent());
    }
}
