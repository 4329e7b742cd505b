package ai.igent.maestro.envelope;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-256-GCM (NIST SP 800-38D) with a random nonce that leads the ciphertext. */
final class AesGcm {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private AesGcm() {}

    static byte[] encrypt(SecretKey key, SecureRandom randomness, byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE_BYTES];
        randomness.nextBytes(nonce);
        byte[] ciphertext = cipher(Cipher.ENCRYPT_MODE, key, nonce, associatedData).doFinal(plaintext);
        return ByteBuffer.allocate(nonce.length + ciphertext.length).put(nonce).put(ciphertext).array();
    }

    static byte[] decrypt(SecretKey key, byte[] sealed, int offset, byte[] associatedData) throws GeneralSecurityException {
        if (sealed.length < offset + NONCE_BYTES)
            throw new GeneralSecurityException("too short");
        byte[] nonce = new byte[NONCE_BYTES];
        System.arraycopy(sealed, offset, nonce, 0, NONCE_BYTES);
        int start = offset + NONCE_BYTES;
        return cipher(Cipher.DECRYPT_MODE, key, nonce, associatedData).doFinal(sealed, start, sealed.length - start);
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] associatedData) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(associatedData);
        return cipher;
    }
}
