package ai.igent.maestro.test;

import java.util.Locale;

import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** The issuers' keys, and one that nobody trusts. Made anew in every JVM. */
enum SigningKey {
    PEOPLE,
    SESSIONS,
    UNKNOWN;

    /** A compact RS256 JWT that names this key. */
    String sign(JwtClaims claims) {
        try {
            var signature = new JsonWebSignature();
            signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
            signature.setKeyIdHeaderValue(claimedKeyId());
            signature.setHeader("typ", "JWT");
            signature.setPayload(claims.toJson());
            signature.setKey(pair().getPrivateKey());
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a JWK set. */
    String publicKeys() {
        return new JsonWebKeySet(pair()).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    /** As a JWK that holds the private key. */
    String privateKey() {
        return pair().toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);
    }

    /** A forger names the key it pretends to have. */
    private String claimedKeyId() {
        return this == UNKNOWN ? PEOPLE.keyId() : keyId();
    }

    private String keyId() {
        return "test-" + name().toLowerCase(Locale.ROOT);
    }

    private RsaJsonWebKey pair() {
        try {
            return (RsaJsonWebKey) JsonWebKey.Factory.newJwk(OncePerJvm.get("maestro.test.key." + keyId(), this::generate));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private String generate() {
        try {
            var key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(keyId());
            key.setUse("sig");
            key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            return key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
