package ai.igent.maestro.vault.keyjob;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.KeyJobId;
import ai.igent.maestro.vocabulary.Owner;

/** The rows of key jobs and of what they left behind. */
@ApplicationScoped
class KeyJobRepository implements PanacheRepositoryBase<KeyJob, String> {
    private static final int SHOWN = 100;
    private static final String DUE = """
            select * from key_job where kind = :kind and finished_at is null and due_at <= :now and (lease_until is null or lease_until <= :now)
            order by due_at limit 1 for update skip locked""";

    /** The job with what it left behind, the first hundred of it; else {@link KeyJobFailure.NotFound}. */
    @WithSession
    Uni<KeyJobView> view(KeyJobId id) {
        return findById(id.text()).onItem().ifNull().failWith(KeyJobFailure.NotFound::new)
                .chain(job -> leftBehind(job).map(left -> KeyJobView.of(job, left)));
    }

    private Uni<List<LeftBehind>> leftBehind(KeyJob job) {
        if (job.failed == 0) return Uni.createFrom().item(List.of());
        return getSession()
                .chain(session -> session.createSelectionQuery("from LeftBehind where job = ?1 order by subject", LeftBehind.class)
                        .setParameter(1, job.id).setMaxResults(SHOWN).getResultList());
    }

    /** The job of that kind, and of that owner when it is about one, that is not finished. */
    @WithSession
    Uni<Optional<KeyJob>> unfinished(KeyJobKind kind, Owner owner) {
        return find("kind = ?1 and owner is not distinct from ?2 and finishedAt is null", kind, owner).firstResult()
                .map(Optional::ofNullable);
    }

    /** Inside a transaction: a due job of that kind, locked; one that another transaction looks at is left to it. */
    Uni<Optional<KeyJob>> lockDue(KeyJobKind kind, Instant now) {
        return getSession().chain(session -> session.createNativeQuery(DUE, KeyJob.class).setParameter("kind", kind.text())
                .setParameter("now", now).getSingleResultOrNull()).map(Optional::ofNullable);
    }

    /** Inside a transaction: the row of a job that is held, locked; fails with {@link LeaseLost} when somebody else holds it now. */
    Uni<KeyJob> requireHeld(KeyJob held) {
        return findById(held.id, LockModeType.PESSIMISTIC_WRITE).invoke(row -> {
            if (row.fence != held.fence || row.finishedAt != null) throw new LeaseLost();
        });
    }

    /** Inside a transaction: what was changed is in the database from here on. */
    Uni<Void> write() {
        return flush();
    }

    /** Inside a transaction. */
    Uni<Void> add(List<LeftBehind> left) {
        return getSession().chain(session -> session.persistAll(left.toArray()));
    }
}
