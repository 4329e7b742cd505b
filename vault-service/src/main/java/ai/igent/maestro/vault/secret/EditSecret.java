package ai.igent.maestro.vault.secret;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vault.catalog.Catalog;
import ai.igent.maestro.vault.secret.ChangeSecret.Step;
import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.web.identity.Caller;

/** Changes what describes a secret. Another environment or kind ends the consent given before. */
@ApplicationScoped
class EditSecret {
    private final ChangeSecret change;
    private final SecretEvents events;
    private final Catalog catalog;
    private final Clock clock;

    EditSecret(ChangeSecret change, SecretEvents events, Catalog catalog, Clock clock) {
        this.change = change;
        this.events = events;
        this.catalog = catalog;
        this.clock = clock;
    }

    Uni<Secret> of(SecretId id, Caller.Person caller, IfMatch expected, LabelsPatch patch) {
        return change.of(id, caller, expected, Step.onRow(secret -> secret.relabel(patch.of(secret.labels(), catalog), clock.instant())),
                events::updated);
    }
}
