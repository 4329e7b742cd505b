package ai.igent.maestro.console.signin;

import java.net.URI;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.StartupEvent;

/** Refuses to start with settings under which a sign-in could be read or made by others. */
@ApplicationScoped
class SignInSafety {
    private static final int SHORTEST_SECRET = 32;

    private final URI console;
    private final boolean https;
    private final String cookieSecret;

    SignInSafety(@ConfigProperty(name = "maestro.console.url") URI console, @ConfigProperty(name = "maestro.console.https") boolean https,
            @ConfigProperty(name = "quarkus.oidc.token-state-manager.encryption-secret") String cookieSecret) {
        this.console = console;
        this.https = https;
        this.cookieSecret = cookieSecret;
    }

    void check(@Observes StartupEvent start) {
        require(https == "https".equals(console.getScheme()),
                "MAESTRO_CONSOLE_HTTPS must be true where MAESTRO_CONSOLE_URL is an https address, and only there");
        require(cookieSecret.length() >= SHORTEST_SECRET, "MAESTRO_COOKIE_SECRET must have at least 32 characters");
    }

    private static void require(boolean safe, String otherwise) {
        if (!safe) {
            throw new IllegalStateException(otherwise);
        }
    }
}
