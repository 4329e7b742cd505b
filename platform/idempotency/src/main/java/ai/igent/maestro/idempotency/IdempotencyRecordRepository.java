package ai.igent.maestro.idempotency;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class IdempotencyRecordRepository implements PanacheRepositoryBase<IdempotencyRecord, IdempotencyRecord.Place> {
    @WithSession
    Uni<Optional<IdempotencyRecord>> find(IdempotencyRecord.Place place) {
        return findById(place).map(Optional::ofNullable);
    }

    /** Inside the caller's transaction, which fails when another attempt under the same key was stored meanwhile. */
    Uni<Void> store(Attempt.Named attempt, IdempotencyRecord record, Instant oldest) {
        return delete("caller = ?1 and path = ?2 and key = ?3 and createdAt <= ?4", attempt.caller(), attempt.path(), attempt.key(), oldest)
                .chain(() -> persistAndFlush(record))
                .replaceWithVoid();
    }

    @WithTransaction
    Uni<Void> forget(Instant oldest) {
        return delete("createdAt <= ?1", oldest).replaceWithVoid();
    }
}
