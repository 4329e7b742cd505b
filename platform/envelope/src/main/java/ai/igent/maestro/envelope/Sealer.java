package ai.igent.maestro.envelope;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

import javax.crypto.Mac;

import jakarta.enterprise.context.ApplicationScoped;

import ai.igent.maestro.vocabulary.SecretValue;

/** Seals, opens and authenticates under a data key. Fast and local: no input or output. The data key stays the caller's to close. */
@ApplicationScoped
public class Sealer {
    private static final byte FORMAT = 1;

    private final SecureRandom randomness;

    Sealer(SecureRandom randomness) {
        this.randomness = randomness;
    }

    /** Every call gives other bytes. {@code value} stays the caller's to wipe. */
    public SealedValue seal(DataKey key, AssociatedData row, SecretValue value) {
        byte[] sealed = value.borrow(utf8 -> encrypt(key, row, utf8));
        return new SealedValue(key.wrapped().id(), ByteBuffer.allocate(sealed.length + 1).put(FORMAT).put(sealed).array());
    }

    /**
     * The value, for the caller to wipe.
     *
     * @throws EnvelopeFailure.SealBroken when it was changed, sealed for another row, or sealed under another key
     */
    public SecretValue open(DataKey key, AssociatedData row, SealedValue sealed) {
        byte[] bytes = sealed.bytes();
        if (!sealed.key().equals(key.wrapped().id()) || bytes.length == 0 || bytes[0] != FORMAT)
            throw new EnvelopeFailure.SealBroken(null);
        try {
            return SecretValue.ofUtf8(AesGcm.decrypt(key.derive(DataKey.Use.SEAL, "AES"), bytes, 1, row.encoded()));
        } catch (GeneralSecurityException e) {
            throw new EnvelopeFailure.SealBroken(e);
        }
    }

    /** HMAC-SHA256 of {@code message}; compare with {@link java.security.MessageDigest#isEqual}. */
    public byte[] mac(DataKey key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key.derive(DataKey.Use.AUTHENTICATE, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks HmacSHA256", e);
        }
    }

    private byte[] encrypt(DataKey key, AssociatedData row, byte[] utf8) {
        try {
            return AesGcm.encrypt(key.derive(DataKey.Use.SEAL, "AES"), randomness, utf8, row.encoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks AES-256-GCM", e);
        }
    }
}
