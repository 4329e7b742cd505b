package ai.igent.maestro.oauth.authorization;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** Stored attempts. Called inside the caller's session. */
@ApplicationScoped
class AttemptRepository implements PanacheRepositoryBase<AuthorizationAttempt, String> {
    /** The attempt of that state; it is gone afterwards, so that a second caller, however close behind, finds none. */
    Uni<AuthorizationAttempt> take(Nonce state) {
        return findById(state.hash(), LockModeType.PESSIMISTIC_WRITE)
                .onItem().ifNull().failWith(() -> new AuthorizationRefused(Refusal.STATE_UNKNOWN))
                .call(this::delete);
    }

    Uni<Long> deleteExpired(Instant before) {
        return delete("expiresAt < ?1", before);
    }
}
