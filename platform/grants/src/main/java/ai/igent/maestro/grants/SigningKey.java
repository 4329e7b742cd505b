package ai.igent.maestro.grants;

import java.security.PrivateKey;
import java.util.Objects;

/** A private RSA key and the id under which its public half is published. Never printed. */
public record SigningKey(String id, PrivateKey key) {
    public SigningKey {
        Objects.requireNonNull(id);
        Objects.requireNonNull(key);
    }

    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
