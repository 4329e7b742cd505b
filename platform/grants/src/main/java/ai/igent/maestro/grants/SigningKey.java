package ai.igent.maestro.grants;

import java.security.PrivateKey;
import java.security.interfaces.ECKey;
import java.util.Objects;

import org.jose4j.jws.AlgorithmIdentifiers;

/** A private key, of RSA or of the curve P-256, and the id under which its public half is published. Never printed. */
public record SigningKey(String id, PrivateKey key) {
    public SigningKey {
        Objects.requireNonNull(id);
        Objects.requireNonNull(key);
    }

    /** The JWS algorithm (RFC 7518) it signs with. */
    String algorithm() {
        return key instanceof ECKey ? AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256 : AlgorithmIdentifiers.RSA_USING_SHA256;
    }

    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
