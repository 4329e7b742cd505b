package ai.igent.maestro.oauth.authorization;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import ai.igent.maestro.vocabulary.SecretValue;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** What ties authorizations to one browser: the value of its cookie. One secret serves several authorizations at once, one tab each. */
record BrowserSecret(Nonce nonce) {
    /** The prefix makes browsers refuse it from other hosts and over plain connections (RFC 6265bis, section 4.1.3). */
    static final String COOKIE = "__Host-maestro-oauth";

    /** The one the browser brought along, or a new one. */
    static BrowserSecret ofOrNew(String cookie, SecureRandom randomness) {
        return of(cookie).orElseGet(() -> new BrowserSecret(Nonce.random(randomness)));
    }

    static Optional<BrowserSecret> of(String cookie) {
        return Nonce.isWellFormed(cookie) ? Optional.of(new BrowserSecret(new Nonce(cookie))) : Optional.empty();
    }

    boolean matches(String hash) {
        return nonce.hash().equals(hash);
    }

    String hash() {
        return nonce.hash();
    }

    /** The PKCE verifier of the authorization that {@code state} names: nobody without the cookie can compute it. The caller wipes it. */
    SecretValue verifier(Nonce state) {
        return SecretValue.of(base64(mac("pkce verifier " + state.text())));
    }

    /** The challenge that announces the verifier to the provider (RFC 7636, S256). */
    String challenge(Nonce state) {
        try (SecretValue verifier = verifier(state)) {
            return base64(verifier.borrow(BrowserSecret::sha256));
        }
    }

    /** The header that gives the secret to the browser, for as long as an authorization may take. */
    String setCookie() {
        return COOKIE + "=" + nonce.text() + "; Path=/; Max-Age=" + AuthorizationAttempt.LIFE.toSeconds()
                + "; Secure; HttpOnly; SameSite=Lax";
    }

    private byte[] mac(String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(nonce.text().getBytes(US_ASCII), "HmacSHA256"));
            return mac.doFinal(message.getBytes(US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks HmacSHA256", e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks SHA-256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "BrowserSecret";
    }
}
