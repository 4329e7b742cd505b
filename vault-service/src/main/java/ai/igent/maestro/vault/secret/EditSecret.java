package ai.igent.maestro.vault.secret;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vault.catalog.Catalog;
import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.vocabulary.SecretValue;
import ai.igent.maestro.web.identity.Caller;

/** Changes what describes a secret. Another environment or kind ends the consent given before, and makes the value be looked at anew. */
@ApplicationScoped
class EditSecret {
    private final ChangeSecret change;
    private final VersionRepository versions;
    private final Findings findings;
    private final SecretEvents events;
    private final Catalog catalog;
    private final Clock clock;

    EditSecret(ChangeSecret change, VersionRepository versions, Findings findings, SecretEvents events, Catalog catalog, Clock clock) {
        this.change = change;
        this.versions = versions;
        this.findings = findings;
        this.events = events;
        this.catalog = catalog;
        this.clock = clock;
    }

    Uni<Secret> of(SecretId id, Caller.Person caller, IfMatch expected, LabelsPatch patch) {
        return change.of(id, caller, expected, (secret, seal) -> relabel(secret, seal, patch), events::updated);
    }

    private Uni<Void> relabel(Secret secret, SecretSeal seal, LabelsPatch patch) {
        Labels earlier = secret.labels();
        secret.relabel(patch.of(earlier, catalog), clock.instant());
        return secret.labels().judgeLike(earlier) ? Uni.createFrom().voidItem() : lookAgain(secret, seal);
    }

    private Uni<Void> lookAgain(Secret secret, SecretSeal seal) {
        return versions.require(secret, secret.version()).invoke(current -> {
            try (SecretValue value = seal.openVersion(secret, current)) {
                secret.found(findings.of(secret.labels(), value));
            }
        }).replaceWithVoid();
    }
}
