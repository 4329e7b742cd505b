package ai.igent.maestro.vault.secret;

import java.util.UUID;

import ai.igent.maestro.envelope.DataKeyId;
import ai.igent.maestro.envelope.SealedValue;

/** What is kept to recognize a value a secret had, after it was destroyed too: a digest, sealed as the value was. */
public record PastValue(long number, UUID dataKey, byte[] digest) {
    SealedValue sealed() {
        return new SealedValue(new DataKeyId(dataKey), digest);
    }
}
