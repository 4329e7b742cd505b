package ai.igent.maestro.oauth.provider;

import java.util.List;
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

    public boolean isConfigured() {
        return client.isPresent();
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
