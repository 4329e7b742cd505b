package ai.igent.maestro.idempotency;

import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/**
 * A creating request that may be sent again. Empty without an {@code Idempotency-Key}: then it creates every time.
 *
 * @param named which request it is, and what it says
 */
public record Attempt(Optional<Named> named) {
    static final Attempt UNNAMED = new Attempt(Optional.empty());

    /** @param fingerprints under each key of the owner, the current one first: the key may have been replaced since the request was sent before */
    record Named(String caller, String path, String key, List<byte[]> fingerprints) {
        byte[] fingerprint() {
            return fingerprints.getFirst();
        }

        boolean says(byte[] known) {
            return fingerprints.stream().anyMatch(print -> MessageDigest.isEqual(known, print));
        }
    }
}
