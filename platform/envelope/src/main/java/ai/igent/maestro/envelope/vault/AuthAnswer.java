package ai.igent.maestro.envelope.vault;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;

import ai.igent.maestro.vocabulary.SecretValue;

/** What Vault answers to a login and to a renewal. */
record AuthAnswer(Auth auth) {
    AuthAnswer {
        if (auth == null) throw new IllegalArgumentException("no token");
    }

    record Auth(@JsonProperty("client_token") SecretValue clientToken, @JsonProperty("lease_duration") long leaseDuration,
            boolean renewable) {
        Auth {
            if (clientToken == null || leaseDuration < 0) throw new IllegalArgumentException("no token");
        }

        VaultToken token(Instant now) {
            return VaultToken.of(clientToken, now, leaseDuration, renewable);
        }
    }
}
