package ai.igent.maestro.oauth.refresh;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.oauth.connection.Admission;
import ai.igent.maestro.oauth.connection.Connection;
import ai.igent.maestro.oauth.connection.ConnectionStatus;
import ai.igent.maestro.oauth.connection.Lifetime;
import ai.igent.maestro.oauth.connection.SealedChange;
import ai.igent.maestro.oauth.token.IssuedTokens;
import ai.igent.maestro.oauth.token.TokenSeal;
import ai.igent.maestro.oauth.token.TokenSetRepository;
import ai.igent.maestro.vocabulary.ConnectionId;

/** Stores what came of a refresh, if its caller still holds the claim. Otherwise fails with {@link ClaimLost} and changes nothing. */
@ApplicationScoped
class SettleRefresh {
    private final SealedChange change;
    private final IntentRepository intents;
    private final TokenSetRepository tokens;
    private final TokenSeal seal;
    private final RefreshEvents events;
    private final Clock clock;

    SettleRefresh(SealedChange change, IntentRepository intents, TokenSetRepository tokens, TokenSeal seal, RefreshEvents events,
            Clock clock) {
        this.change = change;
        this.intents = intents;
        this.tokens = tokens;
        this.seal = seal;
        this.events = events;
        this.clock = clock;
    }

    /** New tokens. A provider that sends no new refresh token means the old one to be kept: the caller has put it among them. */
    Uni<Void> refreshed(Claim.Granted claim, IssuedTokens issued) {
        return settle(claim, (connection, key) -> {
            var sealed = seal.seal(key, connection.owner(), connection.id(), connection.nextGeneration(), issued);
            connection.refresh(issued.scopes(), lifetime(issued), clock.instant());
            return tokens.store(sealed).chain(() -> intents.forget(connection.id())).chain(() -> events.refreshed(connection));
        });
    }

    /** The provider does not honour the refresh token, as seen by the holder of the claim and of its current generation. */
    Uni<Void> ended(Claim.Granted claim) {
        return settle(claim, (connection, key) -> end(connection));
    }

    /** Nothing reached the provider, or it could not be asked: the next caller may simply try again. */
    Uni<Void> notMade(Claim.Granted claim) {
        return settle(claim, (connection, key) -> {
            connection.failed("refresh-failed", clock.instant());
            return intents.forget(connection.id()).chain(() -> events.failed(connection, "refresh-failed"));
        });
    }

    /** The provider may have acted: the journal keeps that, for one more attempt. */
    Uni<Void> inDoubt(Claim.Granted claim) {
        return settle(claim, (connection, key) -> {
            connection.failed("refresh-failed", clock.instant());
            return intents.of(connection.id()).invoke(intent -> intent.orElseThrow().leaveInDoubt(clock.instant()))
                    .chain(() -> events.failed(connection, "refresh-in-doubt"));
        });
    }

    /** Both attempts ended in doubt; whoever finds that out says so. */
    Uni<Void> exhausted(ConnectionId id, long generation) {
        return change.of(id, Admission.ofThisService(), (connection, key) -> {
            if (connection.generation() != generation) throw new ClaimLost(false);
            return end(connection);
        }).replaceWithVoid();
    }

    private Uni<Void> end(Connection connection) {
        connection.requireReauthorization("refresh-refused", clock.instant());
        return intents.forget(connection.id()).chain(() -> events.ended(connection));
    }

    private Uni<Void> settle(Claim.Granted claim, SealedChange.Step step) {
        return change.of(claim.connection().id(), Admission.ofThisService(),
                (connection, key) -> requireHeld(claim, connection).chain(() -> step.apply(connection, key))).replaceWithVoid();
    }

    private Uni<Void> requireHeld(Claim.Granted claim, Connection connection) {
        boolean unchanged = connection.generation() == claim.connection().generation() && connection.isRefreshable();
        return intents.of(connection.id())
                .invoke(intent -> {
                    if (!unchanged || intent.filter(held -> held.isHeldBy(claim.attempt())).isEmpty())
                        throw new ClaimLost(connection.is(ConnectionStatus.REVOKED));
                }).replaceWithVoid();
    }

    private Lifetime lifetime(IssuedTokens issued) {
        Instant now = clock.instant();
        return new Lifetime(issued.life().map(now::plus), issued.refresh().isPresent());
    }
}
