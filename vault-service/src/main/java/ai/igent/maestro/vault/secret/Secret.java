package ai.igent.maestro.vault.secret;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import ai.igent.maestro.envelope.DataKeyId;
import ai.igent.maestro.vault.catalog.Finding;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.vocabulary.SecretKind;

/**
 * A secret without its values. What decides a release is authenticated by {@code mac} under the owner's data key; every change ends with a new one,
 * which {@link SecretSeal} makes.
 */
@Entity
@Table(name = "secret")
public class Secret {
    static final Duration UNDELETE_WITHIN = Duration.ofDays(7);

    @Id
    String id;
    Owner owner;
    @Embedded
    Labels labels;
    long version;
    long epoch;
    long sequence;
    Status status;
    /** The highest version whose value is known to others; 0: none. */
    long leakedVersion;
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> findings = List.of();
    UUID dataKey;
    byte[] mac;
    Instant valueChangedAt;
    /** When to tell that a new value is due; null when nobody wants to know, or it was told. */
    Instant rotationTellAt;
    Instant createdAt;
    Instant updatedAt;
    Instant deletedAt;

    protected Secret() {}

    /** A new secret, before its first value. */
    static Secret register(SecretId id, Owner owner, Labels labels, Instant now) {
        var secret = new Secret();
        secret.id = id.text();
        secret.owner = owner;
        secret.labels = labels;
        secret.epoch = 1;
        secret.status = Status.ACTIVE;
        secret.createdAt = now;
        secret.updatedAt = now;
        return secret;
    }

    VersionRef nextVersion() {
        return new VersionRef(owner, id(), version + 1);
    }

    /**
     * Makes {@code next} the current version. A compromised secret is active again: {@link NewVersions} saw to it that the value really changed.
     */
    void take(SecretVersion next, List<Finding> found, Instant now) {
        requireNotDeleted();
        if (!next.ref(owner).equals(nextVersion())) throw new SecretFailure.ChangedMeanwhile();
        version++;
        status = Status.ACTIVE;
        found(found);
        valueChangedAt = kept(now);
        rotationTellAt = rotationDueAt().orElse(null);
        changed(now);
    }

    /** Only what is not current can be brought back or destroyed. */
    void requireEarlier(long number) {
        requireNotDeleted();
        if (number == version) throw new SecretFailure.VersionCurrent();
    }

    /** An earlier version is about to be destroyed. */
    void destroyEarlier(long number, Instant now) {
        requireEarlier(number);
        changed(now);
    }

    /** Describes the secret anew; earlier consent ends when the change is one that people consent to. */
    void relabel(Labels newLabels, Instant now) {
        requireNotDeleted();
        requireKeptConfidential(newLabels.kind());
        if (!newLabels.keepConsentGivenFor(labels)) epoch++;
        boolean sameRhythm = Objects.equals(newLabels.rotateEvery(), labels.rotateEvery());
        labels = newLabels;
        if (!sameRhythm) rotationTellAt = rotationDueAt().orElse(null);
        changed(now);
    }

    /** What is odd about the current value, given how it is described. */
    void found(List<Finding> found) {
        findings = found.stream().map(Finding::text).toList();
    }

    /** A variable's value is shown to whoever may list it; a value that was given as confidential must not get there by a relabelling. */
    private void requireKeptConfidential(SecretKind kind) {
        if (kind == SecretKind.VARIABLE && labels.kind() != SecretKind.VARIABLE)
            throw new SecretFailure.Unfit("kind", "confidential", "what was confidential stays so; register it anew as a variable");
    }

    /** It was told that a new value is due. */
    void rotationTold() {
        rotationTellAt = null;
        sequence++;
    }

    /** Ends every consent. The values stay until the time to undelete is over. */
    void delete(Instant now) {
        requireNotDeleted();
        status = Status.DELETED;
        deletedAt = kept(now);
        epoch++;
        changed(now);
    }

    /** Every value until now is known to others. Ends every consent, again with each report. */
    void reportLeak(Instant now) {
        requireNotDeleted();
        status = Status.COMPROMISED;
        leakedVersion = version;
        epoch++;
        changed(now);
    }

    /** Consent that ended with the deletion does not come back, and a leaked value stays leaked. */
    void undelete(Instant now) {
        if (status != Status.DELETED) throw new SecretFailure.NotDeleted();
        if (now.isAfter(deletedAt.plus(UNDELETE_WITHIN))) throw new SecretFailure.NotFound();
        status = leakedVersion == version ? Status.COMPROMISED : Status.ACTIVE;
        deletedAt = null;
        changed(now);
    }

    private void requireNotDeleted() {
        if (status == Status.DELETED) throw new SecretFailure.Deleted();
    }

    /** What is authenticated is what comes back from the database, which keeps microseconds. */
    private static Instant kept(Instant now) {
        return now.truncatedTo(ChronoUnit.MICROS);
    }

    private void changed(Instant now) {
        sequence++;
        updatedAt = now;
    }

    public SecretId id() {
        return new SecretId(id);
    }

    public Owner owner() {
        return owner;
    }

    public Labels labels() {
        return labels;
    }

    /** The number of the current version. */
    public long version() {
        return version;
    }

    public long epoch() {
        return epoch;
    }

    /** Counts the changes of this secret. */
    public long sequence() {
        return sequence;
    }

    public Status status(Instant now) {
        return status.at(now, labels.expiresAt());
    }

    /** What is odd about the current value. */
    public List<Finding> findings() {
        return findings.stream().map(Finding::parse).toList();
    }

    public DataKeyId dataKey() {
        return new DataKeyId(dataKey);
    }

    /** When a new value is due; empty when no one asked for that. */
    public Optional<Instant> rotationDueAt() {
        return Optional.ofNullable(labels.rotateEvery()).map(valueChangedAt::plus);
    }
}
