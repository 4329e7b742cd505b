package ai.igent.maestro.oauth.token;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.egress.Form;
import ai.igent.maestro.egress.GuardedHttp;
import ai.igent.maestro.egress.OutgoingAnswer;
import ai.igent.maestro.egress.OutgoingCall;
import ai.igent.maestro.oauth.provider.Provider;
import ai.igent.maestro.vocabulary.SecretValue;

/** A provider's revocation endpoint (RFC 7009). Revoking a token that is no longer good succeeds, so a call may be repeated. */
@ApplicationScoped
public class RevocationEndpoint {
    private final GuardedHttp http;

    RevocationEndpoint(GuardedHttp http) {
        this.http = http;
    }

    /**
     * Whether the provider confirmed that the token is dead. Fails with {@link ai.igent.maestro.egress.EgressFailure} when it did not answer.
     *
     * @throws java.util.NoSuchElementException when the provider has no such endpoint
     */
    public Uni<Boolean> revoke(Provider provider, SecretValue token, TokenType type) {
        var client = ClientCredentials.at(provider);
        var header = client.header();
        Form form = client.addTo(new Form().with("token", token).with("token_type_hint", type.hint()));
        return http.call(OutgoingCall.post(provider.endpoints().revoke().orElseThrow(), header, form))
                .eventually(() -> header.ifPresent(SecretValue::close))
                .map(OutgoingAnswer::isSuccess);
    }
}
