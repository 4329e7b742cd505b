package ai.igent.maestro.vault.secret;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.hibernate.exception.ConstraintViolationException;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.envelope.DataKeyId;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.web.identity.Caller;

/** The rows of secrets and their versions. */
@ApplicationScoped
public class SecretRepository implements PanacheRepositoryBase<Secret, String> {
    static final String UNIQUE_NAME = "secret_name";
    private static final int MOST_OF_A_SET = 50;
    /** A key that was deleted or destroyed cannot be referred to. */
    static final Set<String> KEY_THERE = Set.of("secret_data_key_fkey", "secret_version_data_key_fkey");
    private static final String CURRENT = """
            select new ai.igent.maestro.vault.secret.SealedSecret(s, v,
                (select max(latest.number) from SecretVersion latest where latest.secret = s.id))
            from Secret s join SecretVersion v on v.secret = s.id and v.number = s.version
            where s.id in ?1""";

    private static final String SET = """
            select other.id from Secret other where other.owner = ?1 and other.labels.integration = ?2 and other.deletedAt is null
            and other.labels.environment is not distinct from ?3 and cast(other.labels.account as string) is not distinct from ?4
            order by other.id desc""";
    private static final String PAST_VALUES = """
            select new ai.igent.maestro.vault.secret.PastValue(number, dataKey, digest)
            from SecretVersion where secret = ?1 and number <= ?2""";
    private static final String EVERY_VERSION = """
            select count(number) = ?1 and max(number) = ?1 from SecretVersion where secret = ?2""";
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
    private static final String DELETED_BEFORE = """
            select * from secret where deleted_at <= :time order by deleted_at limit :count for update skip locked""";

    private static final String ROTATION_DUE = """
            select * from secret where rotation_tell_at <= :time and deleted_at is null
            order by rotation_tell_at limit :count for update skip locked""";

    /** The secret, if the person may see it; else {@link SecretFailure.NotFound}. */
    @WithSession
    Uni<Secret> require(SecretId id, Caller.Person person) {
        return findById(id.text()).map(found -> visible(found, person));
    }

    /** The secret, if the person may change it. */
    @WithSession
    Uni<Secret> requireChangeable(SecretId id, Caller.Person person) {
        return require(id, person).invoke(secret -> requireMayChange(secret, person));
    }

    /** The same inside a transaction, locked until its end. */
    Uni<Secret> requireForUpdate(SecretId id, Caller.Person person) {
        return findById(id.text(), LockModeType.PESSIMISTIC_WRITE).map(found -> visible(found, person))
                .invoke(secret -> requireMayChange(secret, person));
    }

    private static Secret visible(Secret found, Caller.Person person) {
        if (found == null || !Access.maySee(person, found.owner())) throw new SecretFailure.NotFound();
        return found;
    }

    private static void requireMayChange(Secret secret, Caller.Person person) {
        if (!Access.mayChange(person, secret.owner())) throw new SecretFailure.AdminRequired();
    }

    /** Those of {@code ids} that exist, in their order. */
    @WithSession
    Uni<List<Secret>> inOrder(List<String> ids) {
        return list("id in ?1", ids)
                .map(found -> ids.stream().flatMap(id -> found.stream().filter(secret -> secret.id.equals(id))).toList());
    }

    /** Takes new secrets with their first versions into the session; {@link #write()} stores them. */
    Uni<Void> add(List<Secret> registered, List<SecretVersion> first) {
        return getSession().chain(session -> session.persistAll(registered.toArray()).chain(() -> session.persistAll(first.toArray())));
    }

    Uni<Void> add(SecretVersion version) {
        return getSession().chain(session -> session.persist(version));
    }

    /**
     * Writes what was added and changed; fails with {@link SecretFailure.NameTaken} when name, account and environment are taken, and with
     * {@link SecretFailure.KeyMoved} when the data key is gone.
     */
    Uni<Void> write() {
        return flush().onFailure(failure -> violates(failure, Set.of(UNIQUE_NAME))).transform(taken -> new SecretFailure.NameTaken())
                .onFailure(failure -> violates(failure, KEY_THERE)).transform(gone -> new SecretFailure.KeyMoved());
    }

    private static boolean violates(Throwable failure, Set<String> constraints) {
        return failure instanceof ConstraintViolationException violation && violation.getConstraintName() != null
                && constraints.contains(violation.getConstraintName());
    }

    /** Newest first, below {@code before}. */
    @WithSession
    Uni<List<SecretVersion>> versions(SecretId id, long before, int count) {
        return getSession().chain(session -> session
                .createSelectionQuery("from SecretVersion where secret = ?1 and number < ?2 order by number desc", SecretVersion.class)
                .setParameter(1, id.text()).setParameter(2, before).setMaxResults(count).getResultList());
    }

    /** One version of a secret, else {@link SecretFailure.NotFound}. */
    Uni<SecretVersion> requireVersion(Secret secret, long number) {
        return getSession().chain(session -> session
                .createSelectionQuery("from SecretVersion where secret = ?1 and number = ?2", SecretVersion.class)
                .setParameter(1, secret.id).setParameter(2, number).getSingleResultOrNull())
                .onItem().ifNull().failWith(SecretFailure.NotFound::new);
    }

    /** Inside a transaction: refuses a secret of which versions are missing, or newer ones are there than it says. No version is ever removed alone. */
    Uni<Void> requireEveryVersion(Secret secret) {
        return getSession().chain(session -> session.createSelectionQuery(EVERY_VERSION, Boolean.class)
                .setParameter(1, secret.version).setParameter(2, secret.id).getSingleResult())
                .invoke(every -> {
                    if (!every) throw new SecretFailure.Tampered();
                }).replaceWithVoid();
    }

    /** Inside a transaction: the secret if it is there, locked until its end. */
    Uni<Optional<Secret>> lock(SecretId id) {
        return findById(id.text(), LockModeType.PESSIMISTIC_WRITE).map(Optional::ofNullable);
    }

    /** Inside a transaction: at most {@code count} versions of a secret, in their order, after {@code number}. */
    Uni<List<SecretVersion>> versionsAfter(Secret secret, long number, int count) {
        return getSession().chain(session -> session
                .createSelectionQuery("from SecretVersion where secret = ?1 and number > ?2 order by number", SecretVersion.class)
                .setParameter(1, secret.id).setParameter(2, number).setMaxResults(count).getResultList());
    }

    /** Inside a transaction: writes these versions and lets go of them, so that a long history is never in memory as a whole. */
    Uni<Void> writeAndForget(List<SecretVersion> versions) {
        return getSession().chain(session -> session.flush().invoke(() -> versions.forEach(session::detach)));
    }

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

    /** Inside a transaction: the owner's secrets of these names that are not deleted, locked. */
    Uni<List<Secret>> lockNamed(Owner owner, Collection<SecretName> names) {
        return find("owner = ?1 and labels.name in ?2 and deletedAt is null order by id", owner, names)
                .withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /** What recognizes the values of the versions up to {@code number}, destroyed ones too. */
    Uni<List<PastValue>> pastValues(Secret secret, long number) {
        return getSession().chain(session -> session.createSelectionQuery(PAST_VALUES, PastValue.class)
                .setParameter(1, secret.id).setParameter(2, number).getResultList());
    }

    /** Inside a transaction: at most {@code count} secrets deleted by {@code time}, locked; those another transaction has locked are left to it. */
    Uni<List<Secret>> lockDeletedBefore(Instant time, int count) {
        return getSession().chain(session -> session.createNativeQuery(DELETED_BEFORE, Secret.class)
                .setParameter("time", time).setParameter("count", count).getResultList());
    }

    /** Inside a transaction: at most {@code count} secrets of which it is to be told by {@code time} that a new value is due, locked as above. */
    Uni<List<Secret>> lockRotationDue(Instant time, int count) {
        return getSession().chain(session -> session.createNativeQuery(ROTATION_DUE, Secret.class)
                .setParameter("time", time).setParameter("count", count).getResultList());
    }

    /** Inside a transaction: removes these secrets with all their versions. */
    Uni<Void> erase(List<String> ids) {
        return getSession()
                .chain(session -> session.createMutationQuery("delete from SecretVersion where secret in ?1").setParameter(1, ids)
                        .executeUpdate())
                .chain(() -> delete("id in ?1", ids)).replaceWithVoid();
    }

    /** Everything of these owners that is not deleted. */
    @WithSession
    public Uni<List<Secret>> ofOwners(Collection<Owner> owners) {
        return list("owner in ?1 and deletedAt is null order by id", owners);
    }

    /** Those of {@code ids} that exist, deleted ones too. */
    @WithSession
    public Uni<List<Secret>> ofIds(Collection<String> ids) {
        return list("id in ?1 order by id", ids);
    }

    /** Those of {@code ids} that exist, with their current versions, in one read. */
    @WithSession
    public Uni<List<SealedSecret>> sealed(Collection<String> ids) {
        return getSession()
                .chain(session -> session.createSelectionQuery(CURRENT, SealedSecret.class).setParameter(1, ids).getResultList());
    }

    /** The set {@code secret} is of, newest first: same owner, integration, account and environment. Deleted ones are not of it. */
    @WithSession
    public Uni<List<SealedSecret>> sealedSetOf(Secret secret) {
        Labels labels = secret.labels();
        return getSession().chain(session -> session.createSelectionQuery(SET, String.class).setParameter(1, secret.owner())
                .setParameter(2, labels.integration()).setParameter(3, labels.environment())
                .setParameter(4, labels.account() == null ? null : labels.account().text()).setMaxResults(MOST_OF_A_SET).getResultList())
                .chain(this::sealedInOrder);
    }

    private Uni<List<SealedSecret>> sealedInOrder(List<String> ids) {
        return sealed(ids).map(found -> found.stream().sorted(Comparator.comparing(one -> ids.indexOf(one.secret().id))).toList());
    }

    /** Inside a transaction: how often each of {@code ids} has changed, locked against another change until its end. */
    public Uni<Map<String, Long>> lockSequences(Collection<String> ids) {
        return find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_READ).list()
                .map(found -> found.stream().collect(Collectors.toMap(secret -> secret.id, Secret::sequence)));
    }
}
