package ai.igent.maestro.vault.secret;

import java.util.function.Consumer;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.web.identity.Caller;

/**
 * The frame of every change of a secret. The key is lent before the transaction; inside it the row is locked, checked to be the state the caller
 * knows and to be genuine, changed, authenticated anew, and announced.
 */
@ApplicationScoped
class ChangeSecret {
    private final SecretRepository secrets;
    private final SecretSeals seals;

    ChangeSecret(SecretRepository secrets, SecretSeals seals) {
        this.secrets = secrets;
        this.seals = seals;
    }

    /** A change of the row alone. */
    Uni<Secret> of(SecretId id, Caller.Person caller, IfMatch expected, Consumer<Secret> change, Function<Secret, Uni<Void>> announce) {
        return of(id, caller, expected, new Change() {
            @Override
            public Uni<Void> apply(Secret secret, SecretSeal seal) {
                return Uni.createFrom().voidItem().invoke(() -> change.accept(secret));
            }

            @Override
            public Uni<Void> announce(Secret secret) {
                return announce.apply(secret);
            }
        });
    }

    Uni<Secret> of(SecretId id, Caller.Person caller, IfMatch expected, Change change) {
        return secrets.requireChangeable(id, caller)
                .chain(secret -> seals.during(secret, seal -> commit(id, caller, expected, change, seal)));
    }

    @WithTransaction
    Uni<Secret> commit(SecretId id, Caller.Person caller, IfMatch expected, Change change, SecretSeal seal) {
        return secrets.requireForUpdate(id, caller)
                .invoke(expected::check)
                .invoke(seal::check)
                .call(secret -> change.apply(secret, seal))
                .invoke(seal::sign)
                .call(secret -> secrets.write().chain(() -> change.announce(secret)));
    }

    /** What is done to the locked secret, and how the suite learns of it. Both run inside the transaction. */
    interface Change {
        Uni<Void> apply(Secret secret, SecretSeal seal);

        Uni<Void> announce(Secret secret);
    }
}
