package ai.igent.maestro.vault.secret;

import java.util.List;
import java.util.UUID;

import ai.igent.maestro.envelope.DataKeyId;
import ai.igent.maestro.envelope.SealedValue;

/** What is kept to recognize a value a secret had, after it was destroyed too: a digest, sealed as the value was. */
public record PastValue(long number, UUID dataKey, byte[] digest) {
    /** Whether these are the secret's past values from the first to the current one, and no others: one that was removed, or is yet to come, tells of a forged row. */
    static boolean areThoseOf(Secret secret, List<PastValue> past) {
        return past.size() == secret.version() && past.stream().allMatch(one -> one.number() <= secret.version());
    }

    SealedValue sealed() {
        return new SealedValue(new DataKeyId(dataKey), digest);
    }
}
