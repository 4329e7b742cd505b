package ai.igent.maestro.oauth.token;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import ai.igent.maestro.egress.OutgoingAnswer;
import ai.igent.maestro.oauth.provider.Scopes;
import ai.igent.maestro.vocabulary.InvalidWord;
import ai.igent.maestro.vocabulary.SecretValue;

/**
 * Reads what a token endpoint answered (RFC 6749, section 5). An error is an error whatever the HTTP status: some providers send it with 200.
 */
final class TokenAnswer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TokenAnswer() {}

    /** @throws TokenFailure when the answer holds no tokens */
    static IssuedTokens read(OutgoingAnswer answer) {
        JsonNode json = parse(answer);
        if (json.hasNonNull("error")) throw refusal(json.get("error").asText());
        if (!answer.isSuccess() || !"bearer".equalsIgnoreCase(json.path("token_type").asText())) throw new TokenFailure.NoAnswer();
        return new IssuedTokens(token(json, "access_token").orElseThrow(TokenFailure.NoAnswer::new), token(json, "refresh_token"),
                life(json), text(json, "scope").map(Scopes::parse));
    }

    private static JsonNode parse(OutgoingAnswer answer) {
        try {
            JsonNode json = JSON.readTree(answer.body());
            if (json != null && json.isObject()) return json;
        } catch (IOException notJson) {
            throw new TokenFailure.NoAnswer();
        }
        throw new TokenFailure.NoAnswer();
    }

    private static TokenFailure refusal(String error) {
        return switch (error) {
            case "invalid_grant", "bad_verification_code", "bad_refresh_token" -> new TokenFailure.GrantRefused();
            case "server_error", "temporarily_unavailable", "slow_down" -> new TokenFailure.NoAnswer();
            default -> new TokenFailure.RequestRefused();
        };
    }

    private static Optional<SecretValue> token(JsonNode json, String field) {
        try {
            return text(json, field).map(SecretValue::of);
        } catch (InvalidWord unusable) {
            throw new TokenFailure.NoAnswer();
        }
    }

    private static Optional<Duration> life(JsonNode json) {
        JsonNode seconds = json.path("expires_in");
        return seconds.canConvertToInt() && seconds.asInt() > 0 ? Optional.of(Duration.ofSeconds(seconds.asInt())) : Optional.empty();
    }

    private static Optional<String> text(JsonNode json, String field) {
        JsonNode node = json.path(field);
        return node.isTextual() && !node.asText().isEmpty() ? Optional.of(node.asText()) : Optional.empty();
    }
}
