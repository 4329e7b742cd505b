package ai.igent.maestro.vault.secret;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.Actor;
import ai.igent.maestro.vocabulary.SecretValue;

/** Adds a version to a locked secret, sealed for exactly that version. */
@ApplicationScoped
class NewVersions {
    private final VersionRepository versions;
    private final Findings findings;
    private final Clock clock;

    NewVersions(VersionRepository versions, Findings findings, Clock clock) {
        this.versions = versions;
        this.findings = findings;
        this.clock = clock;
    }

    /** {@code value} stays the caller's to wipe. Refuses one that leaked from this secret, whether it is still stored or was destroyed. */
    Uni<Void> add(Secret secret, SecretSeal seal, SecretValue value, String reason, Actor by) {
        return requireNotLeaked(secret, seal, value).chain(() -> addAsNext(secret, seal, value, reason, by));
    }

    private Uni<Void> requireNotLeaked(Secret secret, SecretSeal seal, SecretValue value) {
        if (secret.leakedVersion == 0) return Uni.createFrom().voidItem();
        return versions.pastValues(secret, secret.leakedVersion).invoke(leaked -> {
            if (leaked.size() < secret.leakedVersion) throw new SecretFailure.Tampered();
            if (seal.isOneOf(secret, leaked, value)) throw new SecretFailure.ValueCompromised();
        }).replaceWithVoid();
    }

    private Uni<Void> addAsNext(Secret secret, SecretSeal seal, SecretValue value, String reason, Actor by) {
        var next = secret.nextVersion();
        var version = SecretVersion.of(next, seal, value, reason, by, clock.instant());
        secret.take(version, findings.of(secret.labels(), value), clock.instant());
        return versions.add(version);
    }
}
