package ai.igent.maestro.vault.secret;

import java.util.List;

/** All of an owner's data keys, lent for one piece of work. There is more than one while secrets are moved to a new key. */
final class OwnerSeals {
    private final List<SecretSeal> seals;

    /** The current key's comes first. */
    OwnerSeals(List<SecretSeal> seals) {
        this.seals = List.copyOf(seals);
    }

    /** For new secrets. */
    SecretSeal current() {
        return seals.getFirst();
    }

    /** The one {@code secret} is sealed with; fails with {@link SecretFailure.KeyMoved} when it got another key since these were lent. */
    SecretSeal of(Secret secret) {
        return seals.stream().filter(seal -> seal.keyId().equals(secret.dataKey())).findAny().orElseThrow(SecretFailure.KeyMoved::new);
    }
}
