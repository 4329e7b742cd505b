package ai.igent.maestro.vault.secret;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.web.identity.Caller;

/** Destroys the sealed value of an earlier version for good. That there was one stays in the history. */
@ApplicationScoped
class DestroyVersion {
    private final ChangeSecret change;
    private final VersionRepository versions;
    private final SecretEvents events;
    private final Clock clock;

    DestroyVersion(ChangeSecret change, VersionRepository versions, SecretEvents events, Clock clock) {
        this.change = change;
        this.versions = versions;
        this.events = events;
        this.clock = clock;
    }

    Uni<Secret> of(SecretId id, Caller.Person caller, IfMatch expected, long number) {
        return change.of(id, caller, expected, (secret, seal) -> destroy(secret, number), events::versionDestroyed);
    }

    private Uni<Void> destroy(Secret secret, long number) {
        secret.destroyEarlier(number, clock.instant());
        return versions.require(secret, number).invoke(version -> version.destroy(clock.instant())).replaceWithVoid();
    }
}
