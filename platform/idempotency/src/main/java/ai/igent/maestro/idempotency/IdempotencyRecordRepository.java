package ai.igent.maestro.idempotency;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

import ai.igent.maestro.database.Change;

@ApplicationScoped
class IdempotencyRecordRepository implements PanacheRepositoryBase<IdempotencyRecord, IdempotencyRecord.Place> {
    private static final String INSERT = """
            insert into idempotency_record (caller, path, key, fingerprint, created, created_at) values ($1, $2, $3, $4, $5, $6)""";

    @WithSession
    Uni<Optional<IdempotencyRecord>> find(IdempotencyRecord.Place place) {
        return findById(place).map(Optional::ofNullable);
    }

    /** Inside the caller's transaction, which fails when another attempt under the same key was stored meanwhile. */
    Uni<Void> store(IdempotencyRecord record, Instant oldest) {
        return deleteOld(record, oldest).chain(() -> persistAndFlush(record)).replaceWithVoid();
    }

    /** The same without a transaction of its own, in {@link ai.igent.maestro.database.Statements#commit}. */
    static Change insertion(IdempotencyRecord record) {
        return new Change(INSERT, List.of(record.caller, record.path, record.key, Buffer.buffer(record.fingerprint),
                record.created.toArray(String[]::new), record.createdAt.atOffset(ZoneOffset.UTC)));
    }

    /** Does nothing when the attempt was recorded anew since. */
    @WithTransaction
    Uni<Void> forget(IdempotencyRecord record, Instant oldest) {
        return deleteOld(record, oldest).replaceWithVoid();
    }

    private Uni<Long> deleteOld(IdempotencyRecord record, Instant oldest) {
        return delete("caller = ?1 and path = ?2 and key = ?3 and createdAt <= ?4", record.caller, record.path, record.key, oldest);
    }

    @WithTransaction
    Uni<Void> forget(Instant oldest) {
        return delete("createdAt <= ?1", oldest).replaceWithVoid();
    }
}
