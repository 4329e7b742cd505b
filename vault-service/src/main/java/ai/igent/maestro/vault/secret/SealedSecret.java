package ai.igent.maestro.vault.secret;

import ai.igent.maestro.envelope.DataKey;
import ai.igent.maestro.envelope.EnvelopeFailure;
import ai.igent.maestro.vocabulary.SecretValue;

/** A secret with its current version, as they stand in the database: not yet known to be genuine. {@code latest} is its highest version. */
public record SealedSecret(Secret secret, SecretVersion version, long latest) {
    /**
     * The value, for the caller to wipe, once row, pointer and seal proved to be what this service wrote.
     *
     * @throws EnvelopeFailure.SealBroken when one of them did not
     */
    public SecretValue open(RowSeals seals, DataKey key) {
        if (secret.version() != latest) throw new EnvelopeFailure.SealBroken(null);
        return seals.under(key).open(secret, version);
    }
}
