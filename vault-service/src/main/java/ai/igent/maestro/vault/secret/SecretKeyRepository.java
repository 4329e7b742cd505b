package ai.igent.maestro.vault.secret;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.envelope.DataKeyId;
import ai.igent.maestro.vocabulary.Owner;

/** Which secrets are under which data keys. */
@ApplicationScoped
class SecretKeyRepository implements PanacheRepositoryBase<Secret, String> {
    private static final String NOT_UNDER = """
            select new ai.igent.maestro.vault.secret.KeyUse(id, dataKey) from Secret
            where owner = ?1 and dataKey <> ?2 and id > ?3 order by id""";
    private static final String UNDER_KEYS_BEFORE = """
            select count(*) from data_key k join secret s on s.data_key = k.id where k.created_at < :time and k.destroyed_at is null""";
    private static final String DESTROYED = """
            select s.* from secret s join data_key k on k.id = s.data_key
            where k.owner = :owner and s.owner = :owner and k.destroyed_at is not null and s.deleted_at is null and s.id > :after
            order by s.id limit :count for update of s""";
    private static final String COUNT_DESTROYED = """
            select count(*) from secret s join data_key k on k.id = s.data_key
            where k.owner = :owner and s.owner = :owner and k.destroyed_at is not null and s.deleted_at is null""";
    private static final String UNUSED = """
            select k.id from data_key k where k.id = any (cast(string_to_array(:keys, ',') as uuid[]))
            and not exists (select 1 from secret s where s.data_key = k.id)
            and not exists (select 1 from secret_version v where v.data_key = k.id)""";

    /** At most {@code count} secrets of {@code owner} that are not under {@code key}, with the keys they are under, in their order, after {@code id}. */
    @WithSession
    Uni<List<KeyUse>> notUnder(Owner owner, DataKeyId key, String id, int count) {
        return getSession().chain(session -> session.createSelectionQuery(NOT_UNDER, KeyUse.class).setParameter(1, owner)
                .setParameter(2, key.value()).setParameter(3, id).setMaxResults(count).getResultList());
    }

    /** How many secrets are under keys made before {@code time}. */
    @WithSession
    Uni<Long> countUnderKeysBefore(Instant time) {
        return getSession().chain(session -> session.createNativeQuery(UNDER_KEYS_BEFORE, Long.class).setParameter("time", time)
                .getSingleResult());
    }

    /** Inside a transaction: at most {@code count} secrets of {@code owner} that are not deleted and whose key was destroyed, after {@code after}, locked. */
    Uni<List<Secret>> lockDestroyed(Owner owner, String after, int count) {
        return getSession().chain(session -> session.createNativeQuery(DESTROYED, Secret.class).setParameter("owner", owner.text())
                .setParameter("after", after)
                .setParameter("count", count).getResultList());
    }

    /** How many there are of those. */
    @WithSession
    Uni<Long> countDestroyed(Owner owner) {
        return getSession().chain(session -> session.createNativeQuery(COUNT_DESTROYED, Long.class).setParameter("owner", owner.text())
                .getSingleResult());
    }

    /** Those of {@code keys} that nothing is sealed under. */
    @WithSession
    Uni<List<DataKeyId>> unused(List<DataKeyId> keys) {
        return getSession().chain(session -> session.createNativeQuery(UNUSED, UUID.class)
                .setParameter("keys", keys.stream().map(key -> key.value().toString()).collect(Collectors.joining(","))).getResultList())
                .map(unused -> unused.stream().map(DataKeyId::new).toList());
    }
}
