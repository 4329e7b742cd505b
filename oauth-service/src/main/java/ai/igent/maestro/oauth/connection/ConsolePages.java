package ai.igent.maestro.oauth.connection;

import java.net.URI;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import ai.igent.maestro.oauth.provider.ProviderKey;
import ai.igent.maestro.vocabulary.ConnectionId;

/** The addresses under the console's origin that belong to connecting an account. */
@ApplicationScoped
public class ConsolePages {
    private final String origin;

    ConsolePages(@ConfigProperty(name = "maestro.oauth.console-url") URI console) {
        this.origin = console.getScheme() + "://" + console.getAuthority();
    }

    /** Where a person begins to connect an account. */
    public URI start(ConnectionId connection) {
        return URI.create(origin + "/oauth/start/" + connection.text());
    }

    /** Where a provider sends the person back to; registered there. */
    public URI callback(ProviderKey provider) {
        return URI.create(origin + "/oauth/callback/" + provider.text());
    }

    /** Where the person ends up after success. */
    public URI connected() {
        return URI.create(origin + "/connections?outcome=connected");
    }

    /** Where the person ends up otherwise; {@code code} says why. */
    public URI refused(String code) {
        return URI.create(origin + "/connections?outcome=refused&code=" + code);
    }
}
