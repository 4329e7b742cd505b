package ai.igent.maestro.vault.keyjob;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import ai.igent.maestro.vocabulary.KeyJobId;
import ai.igent.maestro.vocabulary.Owner;

/**
 * A job and how far it is.
 *
 * <pre>
 * PENDING --held--> RUNNING --finished--> DONE | DONE_WITH_FAILURES
 *                   RUNNING --put off--> RETRYING --progress--> RUNNING
 * </pre>
 */
@Entity
@Table(name = "key_job")
class KeyJob {
    private static final String BEGINNING = "";

    @Id
    String id;
    KeyJobKind kind;
    Owner owner;
    Long total;
    long done;
    long failed;
    Integer newestVersion;
    Owner atOwner;
    String after;
    long fence;
    Instant leaseUntil;
    int attempts;
    Instant dueAt;
    String lastError;
    Instant lastErrorAt;
    Instant createdAt;
    Instant startedAt;
    Instant finishedAt;

    protected KeyJob() {}

    /** {@code owner} is null unless the job is about one owner. */
    static KeyJob request(KeyJobId id, KeyJobKind kind, Owner owner, Instant now) {
        var job = new KeyJob();
        job.id = id.text();
        job.kind = kind;
        job.owner = owner;
        job.after = BEGINNING;
        job.dueAt = now;
        job.createdAt = now;
        return job;
    }

    /** Whoever held it before can store nothing any more. */
    void hold(Instant now, Duration lease) {
        fence++;
        leaseUntil = now.plus(lease);
        startedAt = startedAt == null ? now : startedAt;
    }

    void measured(Extent extent) {
        total = extent.total();
        newestVersion = extent.newestVersion();
    }

    /** {@code count} more are done; {@code last} is the last one that was looked at. */
    void did(long count, String last) {
        done += count;
        passed(last);
    }

    /** {@code count} more could not be done. */
    void leftBehind(long count, String last) {
        failed += count;
        passed(last);
    }

    /** Nothing was to be done up to {@code last}. */
    void passed(String last) {
        after = last;
        gotThrough();
    }

    void turnTo(Owner next) {
        atOwner = next;
        after = BEGINNING;
        gotThrough();
    }

    private void gotThrough() {
        attempts = 0;
        lastError = null;
        lastErrorAt = null;
    }

    void renew(Instant until) {
        leaseUntil = until;
    }

    /** {@code code} says why the attempt did not get through. */
    void putOff(String code, Instant now, Instant next) {
        attempts++;
        lastError = code;
        lastErrorAt = now;
        dueAt = next;
        leaseUntil = null;
    }

    void finish(Instant now) {
        gotThrough();
        finishedAt = now;
        leaseUntil = null;
    }

    KeyJobStatus status() {
        if (finishedAt != null) return failed == 0 ? KeyJobStatus.DONE : KeyJobStatus.DONE_WITH_FAILURES;
        if (lastError != null) return KeyJobStatus.RETRYING;
        return startedAt == null ? KeyJobStatus.PENDING : KeyJobStatus.RUNNING;
    }

    KeyJobId id() {
        return new KeyJobId(id);
    }

    /**
     * How much there is to do.
     *
     * @param newestVersion of the wrapping key, or null where that does not matter
     */
    record Extent(long total, Integer newestVersion) {
        static Extent of(long total) {
            return new Extent(total, null);
        }
    }
}
