package ai.igent.maestro.vault.verify;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The last attempt to verify a secret, and the last that showed something: of which version, what and when. */
@Entity
@Table(name = "secret_verification")
class SecretVerification {
    @Id
    String secret;
    Instant attemptedAt;
    Long version;
    String status;
    Instant verifiedAt;

    protected SecretVerification() {}
}
