package ai.igent.maestro.vault.secret;

import java.util.UUID;

import ai.igent.maestro.envelope.DataKeyId;
import ai.igent.maestro.vocabulary.SecretId;

/** A secret and the data key it is under. */
public record KeyUse(String secret, UUID dataKey) {
    SecretId id() {
        return new SecretId(secret);
    }

    DataKeyId key() {
        return new DataKeyId(dataKey);
    }
}
