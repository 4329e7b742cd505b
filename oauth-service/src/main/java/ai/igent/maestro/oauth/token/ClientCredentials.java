package ai.igent.maestro.oauth.token;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import ai.igent.maestro.egress.Form;
import ai.igent.maestro.oauth.provider.ClientAuthentication;
import ai.igent.maestro.oauth.provider.Provider;
import ai.igent.maestro.oauth.provider.ProviderClient;
import ai.igent.maestro.vocabulary.SecretValue;

/** How our client proves itself in a call to a provider (RFC 6749, section 2.3.1). */
record ClientCredentials(ProviderClient client) {
    static ClientCredentials at(Provider provider) {
        return new ClientCredentials(provider.client().orElseThrow(TokenFailure.RequestRefused::new));
    }

    /** The value of the Authorization header, for the caller to wipe. */
    Optional<SecretValue> header() {
        if (client.authentication() != ClientAuthentication.CLIENT_SECRET_BASIC) return Optional.empty();
        return client.secret().map(secret -> secret.borrow(this::basic));
    }

    Form addTo(Form form) {
        return switch (client.authentication()) {
            case CLIENT_SECRET_BASIC -> form;
            case CLIENT_SECRET_POST -> form.with("client_id", client.id()).with("client_secret", client.secret().orElseThrow());
            case NONE -> form.with("client_id", client.id());
        };
    }

    private SecretValue basic(byte[] secret) {
        String pair = Form.encode(client.id()) + ":" + Form.encode(new String(secret, StandardCharsets.UTF_8));
        return SecretValue.of("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }
}
