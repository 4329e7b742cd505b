package ai.igent.maestro.vault.secret;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.envelope.DataKeyId;
import ai.igent.maestro.envelope.EnvelopeFailure;
import ai.igent.maestro.envelope.OwnerKeys;
import ai.igent.maestro.vocabulary.Owner;

/** Lends the key for work on secrets. May ask the key service: call it before a transaction, never inside one. */
@ApplicationScoped
class SecretSeals {
    private final OwnerKeys keys;
    private final RowSeals rows;

    SecretSeals(OwnerKeys keys, RowSeals rows) {
        this.keys = keys;
        this.rows = rows;
    }

    /** For new secrets of {@code owner}. */
    <R> Uni<R> during(Owner owner, Function<SecretSeal, Uni<R>> use) {
        return keys.during(owner, key -> use.apply(rows.under(key)));
    }

    /** For new secrets of {@code owner} and changes of those there are, which may be sealed under different keys of theirs. */
    <R> Uni<R> duringEvery(Owner owner, Function<OwnerSeals, Uni<R>> use) {
        return keys.duringEvery(owner, lent -> use.apply(new OwnerSeals(lent.stream().map(rows::under).toList())));
    }

    /** For moving secrets of {@code owner} from one key to another. Fails with {@link EnvelopeFailure.KeyGone} when either is gone. */
    <R> Uni<R> duringMove(Owner owner, DataKeyId from, DataKeyId to, BiFunction<SecretSeal, SecretSeal, Uni<R>> use) {
        return keys.during(owner, from, old -> keys.during(owner, to,
                next -> use.apply(rows.under(old), rows.under(next))));
    }

    /** For a change of {@code secret}, under the key it is sealed with. Without that key nothing tells whether the secret is genuine. */
    <R> Uni<R> during(Secret secret, Function<SecretSeal, Uni<R>> use) {
        return keys.during(secret.owner(), secret.dataKey(), key -> use.apply(rows.under(key)))
                .onFailure(SecretSeals::isKeyLost).transform(SecretSeals::asSecretFailure);
    }

    /** For what can be done without the key too: {@code use} gets none when it is gone or broken. */
    <R> Uni<R> duringIfThere(Secret secret, Function<Optional<SecretSeal>, Uni<R>> use) {
        return keys.during(secret.owner(), secret.dataKey(), key -> use.apply(Optional.of(rows.under(key))))
                .onFailure(SecretSeals::isKeyLost).recoverWithUni(() -> use.apply(Optional.empty()));
    }

    private static SecretFailure asSecretFailure(Throwable keyLost) {
        return keyLost instanceof EnvelopeFailure.KeyDestroyed ? new SecretFailure.Destroyed() : new SecretFailure.Tampered();
    }

    private static boolean isKeyLost(Throwable failure) {
        return failure instanceof EnvelopeFailure.KeyGone || failure instanceof EnvelopeFailure.SealBroken;
    }
}
