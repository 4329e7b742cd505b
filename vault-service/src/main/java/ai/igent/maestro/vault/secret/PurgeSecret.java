package ai.igent.maestro.vault.secret;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.web.identity.Caller;

/** Destroys a secret at once and for good, with every version of it. One that is broken can be purged too. */
@ApplicationScoped
class PurgeSecret {
    private final SecretRepository secrets;
    private final EraseSecrets eraseSecrets;
    private final SecretEvents events;
    private final Clock clock;

    PurgeSecret(SecretRepository secrets, EraseSecrets eraseSecrets, SecretEvents events, Clock clock) {
        this.secrets = secrets;
        this.eraseSecrets = eraseSecrets;
        this.events = events;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> of(SecretId id, Caller.Person caller, IfMatch expected) {
        return secrets.requireForUpdate(id, caller)
                .invoke(expected::check)
                .call(this::deleteFirst)
                .call(secret -> events.purged(List.of(secret)))
                .chain(secret -> eraseSecrets.of(List.of(secret)));
    }

    /** Whoever ends activations listens for the deletion. */
    private Uni<Void> deleteFirst(Secret secret) {
        if (secret.status(clock.instant()) == Status.DELETED) return Uni.createFrom().voidItem();
        secret.delete(clock.instant());
        return events.deleted(secret);
    }
}
