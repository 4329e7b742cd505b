package ai.igent.maestro.envelope;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.Owner;

/** Looks after the table of {@code db/envelope}. */
@ApplicationScoped
class PanacheDataKeyInventory implements DataKeyInventory, PanacheRepositoryBase<DataKeyRow, UUID> {
    /** Below every id there is. */
    private static final UUID FIRST = new UUID(0, 0);

    private final Clock clock;

    PanacheDataKeyInventory(Clock clock) {
        this.clock = clock;
    }

    @Override
    @WithSession
    public Uni<Long> countWrappedBefore(int version) {
        return count("keyVersion < ?1 and destroyedAt is null", version);
    }

    @Override
    @WithSession
    public Uni<List<WrappedDataKey>> wrappedBefore(int version, Optional<DataKeyId> after, int count) {
        return find("keyVersion < ?1 and destroyedAt is null and id > ?2 order by id", version, after.map(DataKeyId::value).orElse(FIRST))
                .page(0, count).list().map(found -> found.stream().map(DataKeyRow::wrapped).toList());
    }

    @Override
    @WithSession
    public Uni<Optional<Integer>> oldestVersion() {
        return find("destroyedAt is null order by keyVersion").firstResult()
                .map(found -> Optional.ofNullable(found).map(row -> row.keyVersion));
    }

    @Override
    public Uni<Boolean> replace(WrappedDataKey stored, WrappedDataKey rewrapped) {
        return update("ciphertext = ?1, keyVersion = ?2 where id = ?3 and ciphertext = ?4", rewrapped.ciphertext(), rewrapped.keyVersion(),
                stored.id().value(), stored.ciphertext()).map(changed -> changed == 1);
    }

    @Override
    @WithSession
    public Uni<Optional<WrappedDataKey>> nextCurrent(Instant time, String owner) {
        return find("retiredAt is null and createdAt < ?1 and owner > ?2 order by owner", time, owner).firstResult()
                .map(found -> Optional.ofNullable(found).map(DataKeyRow::wrapped));
    }

    @Override
    @WithSession
    public Uni<Optional<WrappedDataKey>> currentMadeBefore(Instant time, Owner owner) {
        return find("retiredAt is null and createdAt < ?1 and owner = ?2", time, owner.text()).firstResult()
                .map(found -> Optional.ofNullable(found).map(DataKeyRow::wrapped));
    }

    @Override
    public Uni<Long> destroy(Owner owner) {
        Instant now = clock.instant();
        return update("ciphertext = null, destroyedAt = ?1, retiredAt = coalesce(retiredAt, ?1) where owner = ?2 and destroyedAt is null",
                now, owner.text()).chain(() -> count("owner", owner.text()));
    }

    @Override
    @WithSession
    public Uni<List<DataKeyId>> retiredBefore(Instant time, int count) {
        return find("retiredAt < ?1 order by retiredAt", time).page(0, count).list()
                .map(found -> found.stream().map(row -> new DataKeyId(row.id)).toList());
    }

    @Override
    public Uni<Void> delete(List<DataKeyId> retired) {
        return delete("id in ?1 and retiredAt is not null", retired.stream().map(DataKeyId::value).toList()).replaceWithVoid();
    }
}
