package ai.igent.maestro.vault.secret;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vault.secret.ChangeSecret.Step;
import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.web.identity.Caller;

/** Deletes a secret, which ends every consent at once, and takes that back within seven days, which does not bring consent back. */
@ApplicationScoped
class DeleteSecret {
    private final ChangeSecret change;
    private final SecretEvents events;
    private final Clock clock;

    DeleteSecret(ChangeSecret change, SecretEvents events, Clock clock) {
        this.change = change;
        this.events = events;
        this.clock = clock;
    }

    /** A broken secret can be deleted too, and not undeleted then. */
    Uni<Secret> of(SecretId id, Caller.Person caller, IfMatch expected) {
        return change.evenIfBroken(id, caller, expected, secret -> secret.delete(clock.instant()), events::deleted);
    }

    Uni<Secret> undo(SecretId id, Caller.Person caller, IfMatch expected) {
        return change.of(id, caller, expected, Step.onRow(secret -> secret.undelete(clock.instant())), events::undeleted);
    }
}
