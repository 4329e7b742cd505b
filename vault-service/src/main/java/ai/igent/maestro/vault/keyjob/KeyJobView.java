package ai.igent.maestro.vault.keyjob;

import java.time.Instant;
import java.util.List;

import ai.igent.maestro.vocabulary.KeyJobId;
import ai.igent.maestro.vocabulary.Owner;

/**
 * A job as operators see it.
 *
 * @param total how many there were to do when it began; null before
 * @param failures the first hundred of what it left behind
 * @param lastError why the last attempt did not get through; null when it did
 */
record KeyJobView(KeyJobId id, KeyJobKind kind, Owner owner, KeyJobStatus status, Long total, long done, long failed,
        List<Failure> failures,
        LastError lastError, Instant createdAt, Instant startedAt, Instant finishedAt) {
    static KeyJobView of(KeyJob job, List<LeftBehind> left) {
        return new KeyJobView(job.id(), job.kind, job.owner, job.status(), job.total, job.done, job.failed,
                left.stream().map(one -> new Failure(one.subject, one.code, one.at)).toList(),
                job.lastError == null ? null : new LastError(job.lastError, job.lastErrorAt), job.createdAt, job.startedAt, job.finishedAt);
    }

    record Failure(String id, String code, Instant at) {}

    record LastError(String code, Instant at) {}
}
