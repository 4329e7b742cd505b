package ai.igent.maestro.vault.secret;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.SecretId;

/** The rows of secrets' versions. */
@ApplicationScoped
class VersionRepository implements PanacheRepositoryBase<SecretVersion, SecretVersion.Key> {
    private static final String PAST_VALUES = """
            select new ai.igent.maestro.vault.secret.PastValue(number, dataKey, digest)
            from SecretVersion where secret = ?1 and number <= ?2""";
    private static final String EVERY_VERSION = """
            select count(number) = ?1 and max(number) = ?1 from SecretVersion where secret = ?2""";

    Uni<Void> add(SecretVersion version) {
        return getSession().chain(session -> session.persist(version));
    }

    /** Newest first, below {@code before}. */
    @WithSession
    Uni<List<SecretVersion>> of(SecretId id, long before, int count) {
        return getSession().chain(session -> session
                .createSelectionQuery("from SecretVersion where secret = ?1 and number < ?2 order by number desc", SecretVersion.class)
                .setParameter(1, id.text()).setParameter(2, before).setMaxResults(count).getResultList());
    }

    /** One version of a secret, else {@link SecretFailure.NotFound}. */
    Uni<SecretVersion> require(Secret secret, long number) {
        return getSession().chain(session -> session
                .createSelectionQuery("from SecretVersion where secret = ?1 and number = ?2", SecretVersion.class)
                .setParameter(1, secret.id).setParameter(2, number).getSingleResultOrNull())
                .onItem().ifNull().failWith(SecretFailure.NotFound::new);
    }

    /** Inside a transaction: refuses a secret of which versions are missing, or newer ones are there than it says. No version is ever removed alone. */
    Uni<Void> requireEvery(Secret secret) {
        return getSession().chain(session -> session.createSelectionQuery(EVERY_VERSION, Boolean.class)
                .setParameter(1, secret.version).setParameter(2, secret.id).getSingleResult())
                .invoke(every -> {
                    if (!every) throw new SecretFailure.Tampered();
                }).replaceWithVoid();
    }

    /** Inside a transaction: at most {@code count} versions of a secret, in their order, after {@code number}. */
    Uni<List<SecretVersion>> after(Secret secret, long number, int count) {
        return getSession().chain(session -> session
                .createSelectionQuery("from SecretVersion where secret = ?1 and number > ?2 order by number", SecretVersion.class)
                .setParameter(1, secret.id).setParameter(2, number).setMaxResults(count).getResultList());
    }

    /** Inside a transaction: writes these versions and lets go of them, so that a long history is never in memory as a whole. */
    Uni<Void> writeAndForget(List<SecretVersion> versions) {
        return getSession().chain(session -> session.flush().invoke(() -> versions.forEach(session::detach)));
    }

    /** What recognizes the values of the versions up to {@code number}, destroyed ones too. */
    Uni<List<PastValue>> pastValues(Secret secret, long number) {
        return getSession().chain(session -> session.createSelectionQuery(PAST_VALUES, PastValue.class)
                .setParameter(1, secret.id).setParameter(2, number).getResultList());
    }
}
