package ai.igent.maestro.session.request;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * Makes a confirmation good for one request and one time: 128 random bits. It is shown to the session's user as often as the request is, and proves
 * nothing by itself: confirming needs that user's own token.
 */
record Nonce(String text) {
    private static final int BYTES = 16;

    static Nonce random(SecureRandom randomness) {
        byte[] bits = new byte[BYTES];
        randomness.nextBytes(bits);
        return new Nonce(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }
}
