package ai.igent.maestro.envelope;

import java.util.Objects;

import ai.igent.maestro.vocabulary.Owner;

/**
 * A data key as it is stored: useless without the key service that wrapped it, and bound to {@code id} and {@code owner}, so that one moved to
 * another row does not unwrap.
 *
 * @param keyVersion which version of the wrapping key was used; a lower one than the newest means that rewrapping is due
 * @param ciphertext the key service's own printable form
 */
public record WrappedDataKey(DataKeyId id, Owner owner, int keyVersion, String ciphertext) {
    public WrappedDataKey {
        Objects.requireNonNull(id);
        Objects.requireNonNull(owner);
        Objects.requireNonNull(ciphertext);
        if (keyVersion < 1)
            throw new IllegalArgumentException("key versions begin at 1");
    }
}
