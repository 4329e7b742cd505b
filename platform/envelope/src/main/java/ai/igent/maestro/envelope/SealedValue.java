package ai.igent.maestro.envelope;

import java.util.Objects;

/**
 * A value as it is stored, and the data key it was sealed under.
 *
 * @param bytes format byte, nonce, ciphertext and tag; only {@link Sealer} reads them, nobody changes them
 */
public record SealedValue(DataKeyId key, byte[] bytes) {
    public SealedValue {
        Objects.requireNonNull(key);
        Objects.requireNonNull(bytes);
    }
}
