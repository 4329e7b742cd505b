package ai.igent.maestro.vault.secret;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.Actor;
import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.vocabulary.SecretValue;
import ai.igent.maestro.web.identity.Caller;

/** Gives a secret a value it had before, as a new version: a sealed value belongs to one version and opens as no other. */
@ApplicationScoped
class RestoreVersion {
    private final ChangeSecret change;
    private final VersionRepository versions;
    private final NewVersions newVersions;
    private final SecretEvents events;

    RestoreVersion(ChangeSecret change, VersionRepository versions, NewVersions newVersions, SecretEvents events) {
        this.change = change;
        this.versions = versions;
        this.newVersions = newVersions;
        this.events = events;
    }

    Uni<Secret> of(SecretId id, Caller.Person caller, IfMatch expected, long number) {
        return change.of(id, caller, expected, (secret, seal) -> restore(secret, seal, number, caller.actor()), events::versionRestored);
    }

    private Uni<Void> restore(Secret secret, SecretSeal seal, long number, Actor by) {
        secret.requireEarlier(number);
        return versions.require(secret, number)
                .chain(version -> addAgain(secret, seal, seal.openVersion(secret, version), by));
    }

    private Uni<Void> addAgain(Secret secret, SecretSeal seal, SecretValue value, Actor by) {
        return Uni.createFrom().deferred(() -> newVersions.add(secret, seal, value, null, by)).onTermination().invoke(value::close);
    }
}
