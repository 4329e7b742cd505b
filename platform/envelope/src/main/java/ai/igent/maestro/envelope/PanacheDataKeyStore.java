package ai.igent.maestro.envelope;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.Owner;

/** Keeps wrapped data keys in the table of {@code db/envelope}. */
@ApplicationScoped
class PanacheDataKeyStore implements DataKeyStore, PanacheRepositoryBase<DataKeyRow, UUID> {
    /** Does nothing when the owner has a current key: the partial unique index decides between concurrent first calls. */
    private static final String OFFER = """
            insert into data_key (id, owner, key_version, ciphertext, created_at)
            values (:id, :owner, :keyVersion, :ciphertext, :createdAt) on conflict do nothing""";
    private static final String RETIRED = "owner = ?1 and retiredAt is not null and destroyedAt is null order by retiredAt desc";

    private final Clock clock;

    PanacheDataKeyStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    @WithSession
    public Uni<Optional<WrappedDataKey>> current(Owner owner) {
        return find("owner = ?1 and retiredAt is null", owner.text()).firstResult().map(PanacheDataKeyStore::wrapped);
    }

    @Override
    @WithSession
    public Uni<Optional<WrappedDataKey>> find(DataKeyId id) {
        return findById(id.value()).map(PanacheDataKeyStore::wrapped);
    }

    @Override
    @WithSession
    public Uni<List<WrappedDataKey>> retired(Owner owner) {
        return list(RETIRED, owner.text()).map(found -> found.stream().map(DataKeyRow::wrapped).toList());
    }

    @Override
    @WithTransaction
    public Uni<Void> offer(WrappedDataKey key) {
        return insert(key);
    }

    @Override
    @WithTransaction
    public Uni<Void> succeed(WrappedDataKey old, WrappedDataKey next) {
        return update("retiredAt = ?1 where id = ?2 and retiredAt is null", clock.instant(), old.id().value())
                .chain(retired -> retired == 0 ? Uni.createFrom().voidItem() : insert(next));
    }

    private Uni<Void> insert(WrappedDataKey key) {
        return getSession().chain(session -> session.createNativeQuery(OFFER)
                .setParameter("id", key.id().value())
                .setParameter("owner", key.owner().text())
                .setParameter("keyVersion", key.keyVersion())
                .setParameter("ciphertext", key.ciphertext())
                .setParameter("createdAt", clock.instant())
                .executeUpdate()).replaceWithVoid();
    }

    private static Optional<WrappedDataKey> wrapped(DataKeyRow row) {
        return Optional.ofNullable(row).map(DataKeyRow::wrapped);
    }
}
