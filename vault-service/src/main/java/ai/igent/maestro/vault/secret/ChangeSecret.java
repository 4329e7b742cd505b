package ai.igent.maestro.vault.secret;

import java.util.Optional;
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
    private final VersionRepository versions;
    private final SecretSeals seals;

    ChangeSecret(SecretRepository secrets, VersionRepository versions, SecretSeals seals) {
        this.secrets = secrets;
        this.versions = versions;
        this.seals = seals;
    }

    Uni<Secret> of(SecretId id, Caller.Person caller, IfMatch expected, Step change, Function<Secret, Uni<Void>> announce) {
        return KeyMoves.followed(() -> secrets.requireChangeable(id, caller)
                .chain(secret -> seals.during(secret, seal -> commit(id, caller, expected, checked(change, seal), announce))));
    }

    /** The whole change: checked before, authenticated after. */
    private Function<Secret, Uni<Void>> checked(Step change, SecretSeal seal) {
        return secret -> Uni.createFrom().voidItem()
                .invoke(() -> seal.check(secret))
                .chain(() -> versions.requireEvery(secret))
                .chain(() -> change.apply(secret, seal))
                .invoke(() -> seal.sign(secret));
    }

    @WithTransaction
    Uni<Secret> commit(SecretId id, Caller.Person caller, IfMatch expected, Function<Secret, Uni<Void>> change,
            Function<Secret, Uni<Void>> announce) {
        return secrets.requireForUpdate(id, caller)
                .invoke(expected::check)
                .call(change::apply)
                .call(secret -> secrets.write().chain(() -> announce.apply(secret)));
    }

    /**
     * A change of the row alone that is right for a broken secret too: one whose row is not genuine or whose key is gone. It does not make a broken
     * secret genuine.
     */
    Uni<Secret> evenIfBroken(SecretId id, Caller.Person caller, IfMatch expected, Consumer<Secret> change,
            Function<Secret, Uni<Void>> announce) {
        return KeyMoves.followed(() -> secrets.requireChangeable(id, caller).chain(
                secret -> seals.duringIfThere(secret, seal -> commit(id, caller, expected, keptAsGenuine(change, seal), announce))));
    }

    private static Function<Secret, Uni<Void>> keptAsGenuine(Consumer<Secret> change, Optional<SecretSeal> seal) {
        return secret -> {
            seal.ifPresent(known -> known.requireKeyOf(secret));
            var genuine = seal.filter(known -> known.isGenuine(secret));
            change.accept(secret);
            genuine.ifPresent(known -> known.sign(secret));
            return Uni.createFrom().voidItem();
        };
    }

    /** What is done to the locked secret, inside the transaction. */
    interface Step {
        Uni<Void> apply(Secret secret, SecretSeal seal);

        /** A step that needs nothing but the row. */
        static Step onRow(Consumer<Secret> change) {
            return (secret, seal) -> Uni.createFrom().voidItem().invoke(() -> change.accept(secret));
        }
    }
}
