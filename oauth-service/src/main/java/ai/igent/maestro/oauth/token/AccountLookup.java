package ai.igent.maestro.oauth.token;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.egress.EgressFailure;
import ai.igent.maestro.egress.GuardedHttp;
import ai.igent.maestro.egress.OutgoingAnswer;
import ai.igent.maestro.egress.OutgoingCall;
import ai.igent.maestro.oauth.provider.AccountEndpoint;
import ai.igent.maestro.oauth.provider.Provider;
import ai.igent.maestro.vocabulary.SecretValue;

/** Asks a provider whose a token is. Empty when it has no such endpoint, does not answer, or does not say. */
@ApplicationScoped
public class AccountLookup {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 200;

    private final GuardedHttp http;

    AccountLookup(GuardedHttp http) {
        this.http = http;
    }

    public Uni<Optional<ProviderAccount>> of(Provider provider, SecretValue accessToken) {
        return provider.endpoints().account().map(endpoint -> ask(endpoint, accessToken))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Optional<ProviderAccount>> ask(AccountEndpoint endpoint, SecretValue accessToken) {
        SecretValue bearer = accessToken.borrow(utf8 -> SecretValue.of("Bearer " + new String(utf8, StandardCharsets.UTF_8)));
        if (!OutgoingCall.fitsAHeader(bearer)) return Uni.createFrom().item(Optional.empty());
        return http.call(OutgoingCall.get(endpoint.url(), bearer))
                .eventually(bearer::close)
                .map(answer -> read(endpoint, answer))
                .onFailure(EgressFailure.class).recoverWithItem(Optional.empty());
    }

    private static Optional<ProviderAccount> read(AccountEndpoint endpoint, OutgoingAnswer answer) {
        if (!answer.isSuccess()) return Optional.empty();
        try {
            JsonNode json = JSON.readTree(answer.body());
            return text(json, endpoint.idField()).map(id -> new ProviderAccount(id, text(json, endpoint.loginField()).orElse(null)));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonNode json, String field) {
        String text = json.path(field).asText("");
        return text.isEmpty() || text.length() > LONGEST ? Optional.empty() : Optional.of(text);
    }
}
