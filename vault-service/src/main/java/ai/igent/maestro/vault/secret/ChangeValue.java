package ai.igent.maestro.vault.secret;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.vocabulary.SecretValue;
import ai.igent.maestro.web.identity.Caller;

/** Gives a secret a new value, as a new version, sealed for exactly that version while the row is locked. */
@ApplicationScoped
class ChangeValue {
    private final ChangeSecret change;
    private final NewVersions newVersions;
    private final SecretEvents events;

    ChangeValue(ChangeSecret change, NewVersions newVersions, SecretEvents events) {
        this.change = change;
        this.newVersions = newVersions;
        this.events = events;
    }

    /** {@code value} is wiped, however it ends. */
    Uni<Secret> of(SecretId id, Caller.Person caller, IfMatch expected, SecretValue value, String reason) {
        return change
                .of(id, caller, expected, (secret, seal) -> newVersions.add(secret, seal, value, reason, caller.actor()),
                        events::valueChanged)
                .onTermination().invoke(value::close);
    }
}
