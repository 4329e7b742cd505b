package ai.igent.maestro.vault.secret;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vault.secret.ChangeSecret.Step;
import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.web.identity.Caller;

/** Takes a secret out of use because its value is known to others. Every consent ends; a value it never had puts it back into use. */
@ApplicationScoped
class ReportLeak {
    private final ChangeSecret change;
    private final SecretEvents events;
    private final Clock clock;

    ReportLeak(ChangeSecret change, SecretEvents events, Clock clock) {
        this.change = change;
        this.events = events;
        this.clock = clock;
    }

    Uni<Secret> of(SecretId id, Caller.Person caller, IfMatch expected) {
        return change.of(id, caller, expected, Step.onRow(secret -> secret.reportLeak(clock.instant())), events::compromised);
    }
}
