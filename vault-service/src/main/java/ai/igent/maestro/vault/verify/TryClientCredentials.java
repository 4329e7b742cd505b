package ai.igent.maestro.vault.verify;

import java.net.URI;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.egress.Form;
import ai.igent.maestro.vault.catalog.Verification;

/** Asks for a token as the client the credentials belong to. */
@ApplicationScoped
class TryClientCredentials {
    /** What may stand in the path in place of the tenant: an id or a domain. */
    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]|\\.(?!\\.)){0,252}");

    private final TokenRequest tokenRequest;

    TryClientCredentials(TokenRequest tokenRequest) {
        this.tokenRequest = tokenRequest;
    }

    Uni<Verdict> of(Verification.ClientCredentials how, URI base, Credentials credentials) {
        String tenant = Credentials.read(credentials.get(how.tenant()), String::strip);
        if (!TENANT.matcher(tenant).matches()) return Uni.createFrom().item(Verdict.of(Explanation.MALFORMED));
        Form form = new Form().with("grant_type", "client_credentials").with("scope", how.scope())
                .with("client_id", credentials.get(how.clientId())).with("client_secret", credentials.get(how.clientSecret()));
        return tokenRequest.send(URI.create(base + how.path().replace("{tenant}", tenant)), form, null, how.expired());
    }
}
