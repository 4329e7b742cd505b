package ai.igent.maestro.oauth.authorization;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** 256 random bits, as text that needs no escaping anywhere. Known to a browser; here only {@link #hash()} is kept. Does not print. */
record Nonce(String text) {
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    static Nonce random(SecureRandom randomness) {
        byte[] bits = new byte[BYTES];
        randomness.nextBytes(bits);
        return new Nonce(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    static boolean isWellFormed(String text) {
        return text != null && FORM.matcher(text).matches();
    }

    /** SHA-256 in hexadecimal: enough to know it again, not enough to say it. */
    String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime lacks SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Nonce";
    }
}
