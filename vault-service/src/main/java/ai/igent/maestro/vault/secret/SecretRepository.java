package ai.igent.maestro.vault.secret;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.hibernate.exception.ConstraintViolationException;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.web.identity.Caller;

/** The rows of secrets. */
@ApplicationScoped
public class SecretRepository implements PanacheRepositoryBase<Secret, String> {
    static final String UNIQUE_NAME = "secret_name";
    /** A key that was deleted or destroyed cannot be referred to. */
    static final Set<String> KEY_THERE = Set.of("secret_data_key_fkey", "secret_version_data_key_fkey");
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

    /** Inside a transaction: the secret if it is there, locked until its end. */
    Uni<Optional<Secret>> lock(SecretId id) {
        return findById(id.text(), LockModeType.PESSIMISTIC_WRITE).map(Optional::ofNullable);
    }

    /** Inside a transaction: the owner's secrets of these names that are not deleted, locked. */
    Uni<List<Secret>> lockNamed(Owner owner, Collection<SecretName> names) {
        return find("owner = ?1 and labels.name in ?2 and deletedAt is null order by id", owner, names)
                .withLock(LockModeType.PESSIMISTIC_WRITE).list();
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

    /** Inside a transaction: how often each of {@code ids} has changed, locked against another change until its end. */
    public Uni<Map<String, Long>> lockSequences(Collection<String> ids) {
        return find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_READ).list()
                .map(found -> found.stream().collect(Collectors.toMap(secret -> secret.id, Secret::sequence)));
    }
}
