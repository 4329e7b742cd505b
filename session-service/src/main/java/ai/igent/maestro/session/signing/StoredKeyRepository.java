package ai.igent.maestro.session.signing;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** Signing keys in the database: at most one current and one next one for each purpose. */
@ApplicationScoped
class StoredKeyRepository implements PanacheRepositoryBase<StoredKey, String> {
    /** Does nothing when the purpose has a key in that state: partial unique indexes decide between concurrent calls. */
    private static final String OFFER = """
            insert into signing_key (id, purpose, algorithm, public_key, sealed_key, data_key_id, created_at, state, signs_since)
            values (:id, :purpose, :algorithm, :publicKey, :sealedKey, :dataKey, :createdAt, :state,
                case when cast(:state as text) = 'current' then cast(:createdAt as timestamptz) end)
            on conflict do nothing""";

    @WithSession
    Uni<Optional<StoredKey>> current(KeyPurpose purpose) {
        return find("purpose = ?1 and state = 'current'", purpose.text()).firstResult().map(Optional::ofNullable);
    }

    /** All of a purpose, locked until the transaction ends. */
    Uni<List<StoredKey>> lockAll(KeyPurpose purpose) {
        return find("purpose = ?1 order by createdAt", purpose.text()).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    Uni<Void> remove(List<StoredKey> keys) {
        if (keys.isEmpty()) return Uni.createFrom().voidItem();
        return delete("id in ?1", keys.stream().map(StoredKey::id).toList()).replaceWithVoid();
    }

    /** The next, the current and the retired ones, as long as they are kept. */
    @WithSession
    Uni<List<StoredKey>> published() {
        return find("order by createdAt").list();
    }

    /** Offers the first current key of its purpose. */
    @WithTransaction
    Uni<Void> offer(StoredKey key) {
        return insert(key, KeyState.CURRENT);
    }

    @WithTransaction
    Uni<Void> offerNext(StoredKey key) {
        return insert(key, KeyState.NEXT);
    }

    private Uni<Void> insert(StoredKey key, KeyState state) {
        return getSession().chain(session -> session.createNativeQuery(OFFER)
                .setParameter("id", key.id())
                .setParameter("purpose", key.purpose().text())
                .setParameter("algorithm", key.algorithm().text())
                .setParameter("publicKey", key.publicKey())
                .setParameter("sealedKey", key.sealed().bytes())
                .setParameter("dataKey", key.sealed().key().value())
                .setParameter("createdAt", key.createdAt())
                .setParameter("state", state.text())
                .executeUpdate()).replaceWithVoid();
    }
}
