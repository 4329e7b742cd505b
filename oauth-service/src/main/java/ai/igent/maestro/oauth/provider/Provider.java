package ai.igent.maestro.oauth.provider;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import ai.igent.maestro.vocabulary.VariableName;

/**
 * Everything that has to be known of a provider. {@code client} is empty while nobody has registered us there. {@code authorizeParameters} are
 * added to each authorization request.
 */
public record Provider(ProviderKey key, String name, ProviderKind kind, Optional<ProviderClient> client, ProviderEndpoints endpoints,
        IssuerCheck issuer, List<ProviderScope> scopes, Scopes defaultScopes, Map<String, String> authorizeParameters,
        VariableName variable) {
    private static final int HTTPS_PORT = 443;

    public boolean isConfigured() {
        return client.isPresent();
    }

    /** What git has to tell this provider's host beside a token; empty when its tokens are not for git. */
    public Optional<String> gitUsername() {
        return kind.gitUsername();
    }

    /** The host git may give its tokens to, as git names it: people authorize where their repositories are. Empty without TLS. */
    public Optional<String> gitHost() {
        URI address = endpoints.authorize();
        if (!"https".equalsIgnoreCase(address.getScheme())) return Optional.empty();
        boolean isUsualPort = address.getPort() < 0 || address.getPort() == HTTPS_PORT;
        return Optional.of(address.getHost().toLowerCase(Locale.ROOT) + (isUsualPort ? "" : ":" + address.getPort()));
    }

    public boolean canRevoke() {
        return isConfigured() && endpoints.revoke().isPresent();
    }

    /** What is asked for when a person names nothing in particular. */
    public Scopes scopesOrDefault(Optional<Scopes> asked) {
        return asked.filter(scopes -> !scopes.isEmpty()).orElse(defaultScopes);
    }

    public boolean offers(Scopes asked) {
        Set<String> known = scopes.stream().map(ProviderScope::name).collect(Collectors.toSet());
        return known.containsAll(asked.names());
    }
}
