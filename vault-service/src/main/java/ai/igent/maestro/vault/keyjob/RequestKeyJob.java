package ai.igent.maestro.vault.keyjob;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.exception.ConstraintViolationException;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.IdSource;
import ai.igent.maestro.vocabulary.KeyJobId;
import ai.igent.maestro.vocabulary.Owner;

/** Asks for a job. While one of its kind is not finished, that one is the answer: asking twice does not do it twice. */
@ApplicationScoped
class RequestKeyJob {
    private static final String ONE_AT_A_TIME = "key_job_unfinished";

    private final KeyJobRepository jobs;
    private final KeyJobRecords records;
    private final IdSource ids;
    private final Clock clock;

    RequestKeyJob(KeyJobRepository jobs, KeyJobRecords records, IdSource ids, Clock clock) {
        this.jobs = jobs;
        this.records = records;
        this.ids = ids;
        this.clock = clock;
    }

    Uni<KeyJob> of(KeyJobKind kind) {
        return inTransaction(kind).onFailure(RequestKeyJob::isSecond).recoverWithUni(() -> jobs.unfinished(kind, null).map(
                other -> other.orElseThrow(KeyJobFailure.NotFound::new)));
    }

    @WithTransaction
    Uni<KeyJob> inTransaction(KeyJobKind kind) {
        return orUnfinished(kind, null);
    }

    /** Inside a transaction. */
    Uni<KeyJob> orUnfinished(KeyJobKind kind, Owner owner) {
        return jobs.unfinished(kind, owner).chain(found -> found.map(Uni.createFrom()::item).orElseGet(() -> begin(kind, owner)));
    }

    private Uni<KeyJob> begin(KeyJobKind kind, Owner owner) {
        return jobs.persistAndFlush(KeyJob.request(KeyJobId.of(ids.next()), kind, owner, clock.instant())).call(records::requested);
    }

    private static boolean isSecond(Throwable failure) {
        return failure instanceof ConstraintViolationException violation && ONE_AT_A_TIME.equals(violation.getConstraintName());
    }
}
