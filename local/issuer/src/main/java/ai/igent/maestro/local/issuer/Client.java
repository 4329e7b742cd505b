package ai.igent.maestro.local.issuer;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/**
 * An application known to a realm.
 *
 * @param secret empty for a public client, which must then use PKCE
 * @param redirects where its users may be sent back to
 * @param kind what it may ask for
 */
record Client(String id, String secret, List<Redirect> redirects, Kind kind) {
    enum Kind {
        /** Acts for people and keeps them signed in. */
        WEB(true),
        /** Acts for people, once. */
        COMMAND_LINE(false),
        /** Acts for itself. */
        SERVICE(false);

        final boolean refreshes;

        Kind(boolean refreshes) {
            this.refreshes = refreshes;
        }
    }

    /** One redirect address: exact, except that a native application on the loopback address may listen on any port (RFC 8252, 7.3). */
    record Redirect(URI address, boolean anyPort) {
        boolean allows(URI asked) {
            return address.equals(asked)
                    || anyPort && address.getHost().equals(asked.getHost()) && address.getScheme().equals(asked.getScheme())
                            && address.getPath().equals(asked.getPath()) && asked.getQuery() == null;
        }
    }

    static Client web(String id, String secret, String... redirects) {
        return new Client(id, secret, List.of(redirects).stream().map(address -> new Redirect(URI.create(address), false)).toList(),
                Kind.WEB);
    }

    static Client commandLine(String id) {
        return new Client(id, "", List.of(new Redirect(URI.create("http://127.0.0.1/callback"), true)), Kind.COMMAND_LINE);
    }

    static Client service(String id, String secret) {
        return new Client(id, secret, List.of(), Kind.SERVICE);
    }

    boolean isPublic() {
        return secret.isEmpty();
    }

    boolean allows(URI redirect) {
        return redirects.stream().anyMatch(each -> each.allows(redirect));
    }

    boolean hasSecret(String claimed) {
        return !isPublic() && MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), claimed.getBytes(StandardCharsets.UTF_8));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return id;
    }
}
