package ai.igent.maestro.oauth;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.restassured.http.ContentType;

import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vocabulary.SessionId;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

/** What every endpoint refuses, whatever it does. */
@OAuthTest
class EdgesTest {
    private static final String CONNECTION = "/v1/connections/con_" + "0".repeat(32);
    private static final SessionId SESSION = new SessionId("ses_" + "0".repeat(32));

    record Endpoint(String method, String path, String token) {
        boolean isAChange() {
            return !method.equals("GET");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static List<Endpoint> endpoints() {
        String user = TestTokens.user("alice");
        return List.of(new Endpoint("GET", "/v1/providers", user), new Endpoint("GET", "/v1/connections", user),
                new Endpoint("POST", "/v1/connections", user), new Endpoint("GET", CONNECTION, user),
                new Endpoint("PATCH", CONNECTION, user), new Endpoint("DELETE", CONNECTION, user),
                new Endpoint("POST", CONNECTION + "/reauthorize", user),
                new Endpoint("GET", "/oauth/start/con_" + "0".repeat(32), user), new Endpoint("GET", "/oauth/callback/plain", user),
                new Endpoint("POST", "/internal/v1/describe", TestTokens.service("session-service")),
                new Endpoint("POST", "/internal/v1/resolve", TestTokens.service("sandbox-injector")));
    }

    static Stream<Endpoint> changes() {
        return endpoints().stream().filter(Endpoint::isAChange);
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void refusesWhoeverHasNoGoodToken(Endpoint endpoint) {
        given().contentType(ContentType.JSON).redirects().follow(false).request(endpoint.method(), endpoint.path()).then().statusCode(401)
                .contentType("application/problem+json");
        for (String token : List.of(TestTokens.expired("alice"), TestTokens.wrongAudience("alice"), TestTokens.wrongIssuer("alice"),
                TestTokens.forged("alice"), "nonsense"))
            assertThat(status(endpoint, token, "{}")).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void refusesWhoeverIsNotMeant(Endpoint endpoint) {
        boolean open = endpoint.path().equals("/v1/providers");
        for (String token : List.of(TestTokens.agent(SESSION), TestTokens.sandbox(SESSION, 1), TestTokens.platform(), TestTokens.auditor(),
                TestTokens.service("vault-service")))
            assertThat(status(endpoint, token, "{}")).isEqualTo(open ? 200 : 403);
        String other = endpoint.path().startsWith("/internal") ? TestTokens.user("alice") : TestTokens.service("sandbox-injector");
        assertThat(status(endpoint, other, "{}")).isEqualTo(open ? 200 : 403);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void refusesAFieldItDoesNotKnow(Endpoint endpoint) {
        given().auth().oauth2(endpoint.token()).contentType(ContentType.JSON).body("{\"canary\":1}")
                .request(endpoint.method(), endpoint.path())
                .then().statusCode(422).body("code", is("unknown-field")).body("errors[0].field", is("canary"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void refusesWhatIsNoJsonOrOfAnotherType(Endpoint endpoint) {
        assertThat(status(endpoint, endpoint.token(), "{\"canary")).isEqualTo(400);
        assertThat(status(endpoint, endpoint.token(), "[]")).isEqualTo(422);
        given().auth().oauth2(endpoint.token()).contentType("text/plain").body("{}").request(endpoint.method(), endpoint.path()).then()
                .statusCode(415);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void refusesABodyThatIsTooLarge(Endpoint endpoint) {
        assertThat(status(endpoint, endpoint.token(), "{\"account\":\"" + "x".repeat(140_000) + "\"}")).isEqualTo(413);
    }

    @Test
    void theCallersMayBeOnlyTheServiceThatIsMeant() {
        OAuthApi.with(TestTokens.service("sandbox-injector")).post("/internal/v1/describe", Map.of("ids", List.of())).statusCode(403);
        OAuthApi.with(TestTokens.service("session-service")).post("/internal/v1/resolve", Map.of("grant", "x")).statusCode(403);
    }

    @Test
    void tellsItsHealthAndItsApi() {
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/openapi").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(200);
    }

    private static int status(Endpoint endpoint, String token, String body) {
        var request = given().auth().oauth2(token).contentType(ContentType.JSON).redirects().follow(false);
        return (endpoint.isAChange() ? request.body(body) : request).request(endpoint.method(), endpoint.path()).statusCode();
    }
}
