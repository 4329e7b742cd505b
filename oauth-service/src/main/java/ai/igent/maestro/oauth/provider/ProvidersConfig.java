package ai.igent.maestro.oauth.provider;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

import ai.igent.maestro.vocabulary.SecretValue;
import ai.igent.maestro.vocabulary.VariableName;

/** The providers an installation offers, by the key they are called. */
@ConfigMapping(prefix = "maestro.oauth.providers")
public interface ProvidersConfig {
    @WithParentName
    Map<String, Definition> byKey();

    /** One provider; see docs/reference/oauth-providers.md. */
    interface Definition {
        String name();

        @WithDefault("custom")
        ProviderKind kind();

        URI authorizeUrl();

        URI tokenUrl();

        /** RFC 7009; without one, tokens can only be forgotten. */
        Optional<URI> revokeUrl();

        Optional<AccountDefinition> account();

        Optional<String> issuer();

        /** {@code authorization_response_iss_parameter_supported} of the provider's metadata (RFC 9207). */
        @WithDefault("false")
        boolean announcesIssuer();

        /** Absent while no client is registered at the provider. */
        Optional<String> clientId();

        Optional<SecretValue> clientSecret();

        @WithDefault("client-secret-basic")
        ClientAuthentication clientAuthentication();

        List<ScopeDefinition> scopes();

        /** All of {@code scopes} when absent. */
        Optional<List<String>> defaultScopes();

        Map<String, String> authorizeParameters();

        Optional<VariableName> variable();
    }

    /** Where the provider tells whose a token is. */
    interface AccountDefinition {
        URI url();

        @WithDefault("sub")
        String idField();

        @WithDefault("preferred_username")
        String loginField();
    }

    /** A scope and what it allows, in words for people. */
    interface ScopeDefinition {
        String name();

        String description();
    }
}
