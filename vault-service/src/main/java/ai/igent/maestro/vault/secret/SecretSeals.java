package ai.igent.maestro.vault.secret;

import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.envelope.OwnerKeys;
import ai.igent.maestro.envelope.Sealer;
import ai.igent.maestro.vocabulary.Owner;

/** Lends the key for work on secrets. May ask the key service: call it before a transaction, never inside one. */
@ApplicationScoped
class SecretSeals {
    private final OwnerKeys keys;
    private final Sealer sealer;

    SecretSeals(OwnerKeys keys, Sealer sealer) {
        this.keys = keys;
        this.sealer = sealer;
    }

    /** For new secrets of {@code owner}. */
    <R> Uni<R> during(Owner owner, Function<SecretSeal, Uni<R>> use) {
        return keys.during(owner, key -> use.apply(new SecretSeal(sealer, key)));
    }

    /** For a change of {@code secret}, under the key it is sealed with. */
    <R> Uni<R> during(Secret secret, Function<SecretSeal, Uni<R>> use) {
        return keys.during(secret.owner(), secret.dataKey(), key -> use.apply(new SecretSeal(sealer, key)));
    }
}
