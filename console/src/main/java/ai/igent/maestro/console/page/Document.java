package ai.igent.maestro.console.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

import jakarta.inject.Singleton;

/** The document of the page, read once at start-up; each answer carries a nonce of its own. */
@Singleton
class Document {
    private static final String LOCATION = "META-INF/resources/index.html";
    private static final String NONCE_PLACEHOLDER = "__NONCE__";
    private static final int NONCE_BYTES = 16;

    private final SecureRandom random;
    private final String template;

    Document(SecureRandom random) {
        this.random = random;
        this.template = read();
    }

    String withNonce(String nonce) {
        return template.replace(NONCE_PLACEHOLDER, nonce);
    }

    String newNonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String read() {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(LOCATION)) {
            if (in == null) {
                throw new IllegalStateException("The page is not built: " + LOCATION + " is missing.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
