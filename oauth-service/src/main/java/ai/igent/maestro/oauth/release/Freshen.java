package ai.igent.maestro.oauth.release;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.envelope.EnvelopeFailure;
import ai.igent.maestro.grants.GrantClaims;
import ai.igent.maestro.oauth.connection.Connection;
import ai.igent.maestro.oauth.connection.ConnectionFailure;
import ai.igent.maestro.oauth.refresh.RefreshTokens;

/** Refreshes, before a release, the tokens that would be withheld only because they end soon. Calls providers: no transaction is open. */
@ApplicationScoped
class Freshen {
    private final Candidates candidates;
    private final RefreshTokens refresh;
    private final Clock clock;

    Freshen(Candidates candidates, RefreshTokens refresh, Clock clock) {
        this.candidates = candidates;
        this.refresh = refresh;
        this.clock = clock;
    }

    /** Completes whatever the providers answer: the release judges what is stored then. */
    Uni<Void> of(List<GrantItem> items, GrantClaims grant) {
        return candidates.of(items).chain(found -> Multi.createFrom().iterable(found)
                .filter(candidate -> candidate.wantsRefresh(grant, clock.instant()))
                .map(candidate -> candidate.connection().orElseThrow())
                .onItem().transformToUniAndConcatenate(this::refresh)
                .onItem().ignoreAsUni());
    }

    private Uni<Void> refresh(Connection connection) {
        return refresh.of(connection.id(), connection.generation())
                .onFailure(failure -> failure instanceof EnvelopeFailure || failure instanceof ConnectionFailure).recoverWithNull();
    }
}
