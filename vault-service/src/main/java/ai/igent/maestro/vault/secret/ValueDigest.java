package ai.igent.maestro.vault.secret;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import ai.igent.maestro.vocabulary.SecretValue;

/** The SHA-256 of a value. As confidential as the value, which can be guessed from it: it is only ever stored sealed. */
final class ValueDigest {
    private ValueDigest() {}

    /** For the caller to wipe. */
    static SecretValue of(SecretValue value) {
        return value.borrow(utf8 -> SecretValue.ofUtf8(sha256().digest(utf8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime lacks SHA-256", e);
        }
    }
}
