package ai.igent.maestro.oauth.refresh;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.oauth.provider.Provider;
import ai.igent.maestro.oauth.token.IssuedTokens;
import ai.igent.maestro.oauth.token.TokenFailure;
import ai.igent.maestro.oauth.token.TokenRevocation;
import ai.igent.maestro.vocabulary.ConnectionId;

/**
 * Replaces a generation of tokens by the next one. Any number of callers, here and on other replicas, make one call to the provider; those who
 * come while it is under way wait for its outcome, for a while.
 */
@ApplicationScoped
public class RefreshTokens {
    private static final int WAITS = 25;
    private static final Duration WAIT = Duration.ofMillis(200);

    private final ClaimRefresh claim;
    private final CallProvider provider;
    private final SettleRefresh settle;
    private final TokenRevocation revocation;
    private final Pause pause;

    RefreshTokens(ClaimRefresh claim, CallProvider provider, SettleRefresh settle, TokenRevocation revocation, Pause pause) {
        this.claim = claim;
        this.provider = provider;
        this.settle = settle;
        this.revocation = revocation;
        this.pause = pause;
    }

    /** Completes when {@code generation} is no longer current or no new one can be had now; what is stored then tells which. */
    public Uni<Void> of(ConnectionId id, long generation) {
        return attempt(id, generation, WAITS).onFailure(ClaimLost.class).recoverWithNull();
    }

    private Uni<Void> attempt(ConnectionId id, long generation, int waits) {
        return claim.of(id, generation).chain(claimed -> switch (claimed) {
            case Claim.Settled settled -> Uni.createFrom().voidItem();
            case Claim.Exhausted exhausted -> settle.exhausted(id, generation);
            case Claim.Held held -> waits == 0
                    ? Uni.createFrom().voidItem()
                    : pause.of(WAIT).chain(() -> attempt(id, generation, waits - 1));
            case Claim.Granted granted -> call(granted);
        });
    }

    private Uni<Void> call(Claim.Granted granted) {
        return provider.with(granted)
                .chain(issued -> keep(granted, issued))
                .onFailure(TokenFailure.class).recoverWithUni(failure -> settle(granted, failure));
    }

    private Uni<Void> keep(Claim.Granted granted, IssuedTokens issued) {
        return settle.refreshed(granted, issued)
                .onFailure(lost -> lost instanceof ClaimLost claimLost && claimLost.isRevoked()).call(() -> giveBack(granted, issued))
                .eventually(issued::close);
    }

    /** A refresh that ends after the connection did: nobody will ever use these tokens. */
    private Uni<Boolean> giveBack(Claim.Granted granted, IssuedTokens issued) {
        Provider at = provider.provider(granted);
        return at.canRevoke() ? revocation.of(at, issued) : Uni.createFrom().item(false);
    }

    private Uni<Void> settle(Claim.Granted granted, Throwable failure) {
        return switch ((TokenFailure) failure) {
            case TokenFailure.GrantRefused refused -> settle.ended(granted);
            case TokenFailure.RequestRefused refused -> settle.notMade(granted);
            case TokenFailure.NotSent notSent -> settle.notMade(granted);
            case TokenFailure.NoAnswer none -> settle.inDoubt(granted);
        };
    }
}
