package ai.igent.maestro.idempotency;

import java.util.Optional;

/**
 * A creating request that may be sent again. Empty without an {@code Idempotency-Key}: then it creates every time.
 *
 * @param named which request it is, and what it says
 */
public record Attempt(Optional<Named> named) {
    static final Attempt UNNAMED = new Attempt(Optional.empty());

    record Named(String caller, String path, String key, byte[] fingerprint) {}
}
