package ai.igent.maestro.oauth.provider;

import java.util.Optional;

import ai.igent.maestro.vocabulary.SecretValue;

/** Our client at a provider. The secret lives as long as the definition and is not wiped. */
public record ProviderClient(String id, Optional<SecretValue> secret, ClientAuthentication authentication) {
    public ProviderClient {
        if (authentication != ClientAuthentication.NONE && secret.isEmpty())
            throw new IllegalArgumentException("a client that authenticates has a secret");
    }
}
