package ai.igent.maestro.session.signing;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** Signing keys in the database: at most one current one for each purpose. */
@ApplicationScoped
class StoredKeyRepository implements PanacheRepositoryBase<StoredKey, String> {
    /** Does nothing when the purpose has a current key: the partial unique index decides between concurrent first calls. */
    private static final String OFFER = """
            insert into signing_key (id, purpose, public_key, sealed_key, data_key_id, created_at)
            values (:id, :purpose, :publicKey, :sealedKey, :dataKey, :createdAt) on conflict do nothing""";

    @WithSession
    Uni<Optional<StoredKey>> current(KeyPurpose purpose) {
        return find("purpose = ?1 and retiredAt is null", purpose.text()).firstResult().map(Optional::ofNullable);
    }

    /** Current and retired ones, as long as they are kept. */
    @WithSession
    Uni<List<StoredKey>> published() {
        return find("order by createdAt").list();
    }

    @WithTransaction
    Uni<Void> offer(StoredKey key) {
        return getSession().chain(session -> session.createNativeQuery(OFFER)
                .setParameter("id", key.id())
                .setParameter("purpose", key.purpose())
                .setParameter("publicKey", key.publicKey())
                .setParameter("sealedKey", key.sealed().bytes())
                .setParameter("dataKey", key.sealed().key().value())
                .setParameter("createdAt", key.createdAt())
                .executeUpdate()).replaceWithVoid();
    }
}
