package ai.igent.maestro.oauth.refresh;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.egress.GuardedHttp;
import ai.igent.maestro.oauth.connection.Connection;
import ai.igent.maestro.oauth.connection.ConnectionRepository;
import ai.igent.maestro.oauth.connection.ConnectionStatus;
import ai.igent.maestro.oauth.token.TokenSet;
import ai.igent.maestro.oauth.token.TokenSetRepository;
import ai.igent.maestro.oauth.token.TokenType;
import ai.igent.maestro.vocabulary.ConnectionId;
import ai.igent.maestro.vocabulary.IdSource;

/** Decides who calls the provider for a generation of tokens, and journals that before the call. */
@ApplicationScoped
class ClaimRefresh {
    /** What the lease outlasts the longest call by: settling, and clocks that differ. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final ConnectionRepository connections;
    private final TokenSetRepository tokens;
    private final IntentRepository intents;
    private final Duration lease;
    private final IdSource ids;
    private final Clock clock;

    ClaimRefresh(ConnectionRepository connections, TokenSetRepository tokens, IntentRepository intents, GuardedHttp http,
            IdSource ids, Clock clock) {
        this.connections = connections;
        this.tokens = tokens;
        this.intents = intents;
        this.lease = http.longestCall().plus(MARGIN);
        this.ids = ids;
        this.clock = clock;
    }

    /** Everybody who wants the same passes here one by one, because the connection's row is locked. */
    @WithTransaction
    Uni<Claim> of(ConnectionId id, long generation) {
        return connections.requireForUpdate(id)
                .chain(connection -> tokens.of(id).chain(held -> claim(connection, held, generation)));
    }

    private Uni<Claim> claim(Connection connection, Optional<TokenSet> held, long generation) {
        boolean refreshable = connection.is(ConnectionStatus.CONNECTED) && held.filter(set -> set.has(TokenType.REFRESH)).isPresent();
        if (!refreshable || connection.generation() != generation) return Uni.createFrom().item(new Claim.Settled());
        UUID attempt = ids.next();
        return intents.of(connection.id()).chain(found -> found
                .map(intent -> Uni.createFrom().item(join(intent, connection, held.get(), attempt)))
                .orElseGet(() -> begin(connection, held.get(), attempt)));
    }

    private Uni<Claim> begin(Connection connection, TokenSet held, UUID attempt) {
        return intents.persist(RefreshIntent.first(connection.id(), connection.generation(), attempt, leaseEnd()))
                .replaceWith(new Claim.Granted(connection, held, attempt));
    }

    private Claim join(RefreshIntent intent, Connection connection, TokenSet held, UUID attempt) {
        Instant now = clock.instant();
        if (!intent.isOf(connection.generation())) {
            intent.begin(connection.generation(), attempt, leaseEnd());
            return new Claim.Granted(connection, held, attempt);
        }
        if (intent.isHeldAt(now)) return new Claim.Held();
        if (intent.isExhausted()) return new Claim.Exhausted();
        intent.takeOver(attempt, leaseEnd());
        return new Claim.Granted(connection, held, attempt);
    }

    private Instant leaseEnd() {
        return clock.instant().plus(lease);
    }
}
