package ai.igent.maestro.session.signing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;

import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;

import ai.igent.maestro.vocabulary.Word;

/** What a key signs with, by its name in a JWS (RFC 7518). */
enum KeyAlgorithm implements Word {
    RS256("RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4)),
    ES256("EC", new ECGenParameterSpec("secp256r1"));

    private final String family;
    private final AlgorithmParameterSpec size;

    KeyAlgorithm(String family, AlgorithmParameterSpec size) {
        this.family = family;
        this.size = size;
    }

    static KeyAlgorithm parse(String text) {
        return Word.parse(values(), text);
    }

    @Override
    public String text() {
        return name();
    }

    KeyPair newPair(SecureRandom randomness) {
        try {
            var generator = KeyPairGenerator.getInstance(family);
            generator.initialize(size, randomness);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks " + this, e);
        }
    }

    PrivateKey read(byte[] pkcs8) {
        try {
            return KeyFactory.getInstance(family).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored signing key is no PKCS #8 key for " + this, e);
        }
    }

    /** The public half as it is published, without an id. */
    PublicJsonWebKey published(byte[] subjectPublicKeyInfo) {
        try {
            PublicKey key = KeyFactory.getInstance(family).generatePublic(new X509EncodedKeySpec(subjectPublicKeyInfo));
            PublicJsonWebKey published = switch (this) {
                case RS256 -> new RsaJsonWebKey((RSAPublicKey) key);
                case ES256 -> new EllipticCurveJsonWebKey((ECPublicKey) key);
            };
            published.setUse("sig");
            published.setAlgorithm(text());
            return published;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored public key is no key for " + this, e);
        }
    }
}
