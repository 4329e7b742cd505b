package ai.igent.maestro.session.mcp;

import java.util.Set;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * From which pages the protocol is spoken. Where it is served to this machine alone, a page from elsewhere comes by a name that was made to lead here
 * (DNS rebinding). The protocol's server refuses such a one too, without a word.
 */
@Singleton
class McpOrigins {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final Pattern FROM_HERE = Pattern.compile("https?://(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?");

    private final boolean isHereOnly;

    McpOrigins(@ConfigProperty(name = "quarkus.http.host") String host) {
        this.isHereOnly = HERE.contains(host);
    }

    /** @param origin null for a client that is no page */
    boolean take(String origin) {
        return origin == null || !isHereOnly || FROM_HERE.matcher(origin).matches();
    }
}
