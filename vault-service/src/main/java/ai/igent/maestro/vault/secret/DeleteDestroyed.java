package ai.igent.maestro.vault.secret;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.Owner;

/** Deletes the secrets whose keys were destroyed: they cannot be used any more, and what holds on to them has to be told. */
@ApplicationScoped
public class DeleteDestroyed {
    private final SecretRepository secrets;
    private final SecretKeyRepository keys;
    private final SecretEvents events;
    private final Clock clock;

    DeleteDestroyed(SecretRepository secrets, SecretKeyRepository keys, SecretEvents events, Clock clock) {
        this.secrets = secrets;
        this.keys = keys;
        this.events = events;
        this.clock = clock;
    }

    /** How many there are. */
    public Uni<Long> due(Owner owner) {
        return keys.countDestroyed(owner);
    }

    /** Inside a transaction: deletes at most {@code count} of them, in the order of their ids after {@code after}, and answers which. */
    public Uni<List<String>> some(Owner owner, String after, int count) {
        return keys.lockDestroyed(owner, after, count).call(this::delete)
                .map(deleted -> deleted.stream().map(secret -> secret.id).toList());
    }

    private Uni<Void> delete(List<Secret> destroyed) {
        return Multi.createFrom().iterable(destroyed)
                .invoke(secret -> secret.delete(clock.instant()))
                .collect().asList()
                .chain(secrets::write)
                .chain(() -> events.deletedWithTheirKeys(destroyed));
    }
}
