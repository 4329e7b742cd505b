package ai.igent.maestro.test;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

import ai.igent.maestro.vocabulary.SessionId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TestIssuerTest {
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void itsTokensVerifyAgainstItsPublishedKeys() throws Exception {
        assertThat(verified(TestTokens.user("alice"), "/people/jwks").getClaimValue("organizations")).hasToString("{acme=admin}");

        var session = SessionId.of(UUID.randomUUID());
        assertThat(verified(TestTokens.sandbox(session, 3), "/.well-known/jwks.json").getClaimValue("session")).isEqualTo(session.text());
    }

    @Test
    void aForgedTokenDoesNotVerify() {
        assertThatThrownBy(() -> verified(TestTokens.forged("alice"), "/people/jwks")).isInstanceOf(InvalidJwtException.class);
    }

    @Test
    void aServiceGetsATokenForItsSecretOnly() throws Exception {
        assertThat(clientCredentials(TestIssuer.CLIENT_SECRET).statusCode()).isEqualTo(200);
        assertThat(clientCredentials("guessed").statusCode()).isEqualTo(401);
    }

    private static JwtClaims verified(String token, String keys) throws InvalidJwtException {
        var resolver = new HttpsJwksVerificationKeyResolver(new HttpsJwks(TestIssuer.sessions() + keys));
        return new JwtConsumerBuilder().setVerificationKeyResolver(resolver).setSkipDefaultAudienceValidation().build()
                .processToClaims(token);
    }

    private HttpResponse<String> clientCredentials(String secret) throws Exception {
        String basic = Base64.getEncoder().encodeToString(("vault-service:" + secret).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(TestIssuer.people() + "/token")).header("Authorization", "Basic " + basic)
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
