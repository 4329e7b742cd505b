package ai.igent.maestro.oauth.token;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.egress.EgressFailure;
import ai.igent.maestro.egress.Form;
import ai.igent.maestro.egress.GuardedHttp;
import ai.igent.maestro.egress.OutgoingAnswer;
import ai.igent.maestro.egress.OutgoingCall;
import ai.igent.maestro.oauth.provider.Provider;
import ai.igent.maestro.vocabulary.SecretValue;

/** A provider's token endpoint. Fails with {@link TokenFailure}. Each call makes one request; none is repeated, because a grant is good once. */
@ApplicationScoped
public class TokenEndpoint {
    private final GuardedHttp http;

    TokenEndpoint(GuardedHttp http) {
        this.http = http;
    }

    public Uni<IssuedTokens> redeem(Provider provider, AuthorizationCode code) {
        return ask(provider, () -> new Form().with("grant_type", "authorization_code")
                .with("code", code.code())
                .with("redirect_uri", code.redirectUri().toString())
                .with("code_verifier", code.verifier()));
    }

    public Uni<IssuedTokens> refresh(Provider provider, SecretValue refreshToken) {
        return ask(provider, () -> new Form().with("grant_type", "refresh_token").with("refresh_token", refreshToken));
    }

    private Uni<IssuedTokens> ask(Provider provider, Supplier<Form> grant) {
        return Uni.createFrom().deferred(() -> {
            var client = ClientCredentials.at(provider);
            var header = client.header();
            return http.call(OutgoingCall.post(provider.endpoints().token(), header, client.addTo(grant.get())))
                    .eventually(() -> header.ifPresent(SecretValue::close));
        }).map(TokenEndpoint::read).onFailure(EgressFailure.class).transform(TokenEndpoint::failure);
    }

    private static TokenFailure failure(Throwable failure) {
        return failure instanceof EgressFailure unanswered && !unanswered.mayHaveArrived()
                ? new TokenFailure.NotSent()
                : new TokenFailure.NoAnswer();
    }

    private static IssuedTokens read(OutgoingAnswer answer) {
        try (answer) {
            return TokenAnswer.read(answer);
        }
    }
}
