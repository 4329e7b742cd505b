package ai.igent.maestro.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vocabulary.SessionId;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

/** What every endpoint does with those who may not and with what is no request. */
@SessionTest
class EdgeTest {
    private static final SessionId SESSION = new SessionId("ses_" + "0".repeat(32));
    private static final String ANY_SESSION = "/v1/sessions/" + SESSION;
    private static final String ANY_REQUEST = "/v1/activation-requests/req_" + "0".repeat(32);
    private static final String ANY_CONSENT = "/v1/standing-consents/sco_" + "0".repeat(32);
    private static final String INTERNAL = "/internal" + ANY_SESSION;

    /** Method, path, a body that would do, and who may. */
    static Stream<Arguments> all() {
        return Stream.of(Arguments.of("POST", "/v1/sessions", Map.of("user", "alice"), Set.of("platform")),
                Arguments.of("GET", "/v1/sessions", Map.of(), Set.of("platform", "user")),
                Arguments.of("GET", ANY_SESSION, Map.of(), Set.of("platform", "user")),
                Arguments.of("POST", ANY_SESSION + "/end", Map.of(), Set.of("platform", "user")),
                Arguments.of("POST", ANY_SESSION + "/extend", Map.of("expiresIn", "PT1H"), Set.of("platform")),
                Arguments.of("POST", ANY_SESSION + "/tokens", Map.of(), Set.of("platform")),
                Arguments.of("POST", "/v1/sandboxes/renew", Map.of(), Set.of("sandbox")),
                Arguments.of("GET", ANY_SESSION + "/secrets", Map.of(), Set.of("user", "agent")),
                Arguments.of("POST", ANY_SESSION + "/activation-requests", Map.of("phrase", "activate aws"), Set.of("user", "agent")),
                Arguments.of("GET", ANY_SESSION + "/activation-requests", Map.of(), Set.of("user", "agent")),
                Arguments.of("GET", ANY_REQUEST, Map.of(), Set.of("user", "agent")),
                Arguments.of("POST", ANY_REQUEST + "/confirm", Map.of("nonce", "n", "setHash", "h"), Set.of("user")),
                Arguments.of("POST", ANY_REQUEST + "/deny", Map.of("reason", "no"), Set.of("user")),
                Arguments.of("POST", ANY_SESSION + "/deactivations", Map.of("all", true), Set.of("user", "agent")),
                Arguments.of("POST", "/v1/members/removals", Map.of("organization", "acme", "user", "nobody"), Set.of("platform")),
                Arguments.of("GET", "/v1/standing-consents", Map.of(), Set.of("user")),
                Arguments.of("POST", "/v1/standing-consents",
                        Map.of("agent", "nightly", "activate", List.of("sec_" + "0".repeat(32)), "until", "2030-01-01T00:00:00Z"),
                        Set.of("user")),
                Arguments.of("GET", ANY_CONSENT, Map.of(), Set.of("user")),
                Arguments.of("DELETE", ANY_CONSENT, Map.of(), Set.of("user")),
                Arguments.of("GET", ANY_SESSION + "/diagnosis", Map.of(), Set.of("user", "agent")),
                Arguments.of("GET", ANY_SESSION + "/events", Map.of(), Set.of("user", "agent")),
                Arguments.of("POST", INTERNAL + "/grants", Map.of("purpose", "deliver"), Set.of("injector")),
                Arguments.of("POST", "/internal/v1/grants", Map.of("questions", List.of()), Set.of("injector")),
                Arguments.of("GET", INTERNAL + "/revision", Map.of(), Set.of("injector")),
                Arguments.of("POST", INTERNAL + "/bundle-reports", Map.of("revision", 1, "outcome", "applied"), Set.of("injector")));
    }

    static Stream<Arguments> withBody() {
        return all().filter(call -> !((Map<?, ?>) call.get()[2]).isEmpty());
    }

    static Stream<Arguments> changes() {
        return all().filter(call -> !call.get()[0].equals("GET"));
    }

    static Stream<Arguments> ofOneThing() {
        return all().filter(call -> call.get()[1].toString().contains("0000"));
    }

    private static Map<String, String> callers() {
        return Map.of("user", TestTokens.user("alice"), "platform", TestTokens.platform(), "agent", TestTokens.agent(SESSION), "sandbox",
                TestTokens.sandbox(SESSION, 1), "injector", TestTokens.service("sandbox-injector"), "auditor", TestTokens.auditor(),
                "operator",
                TestTokens.operator(), "console", TestTokens.service("console"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void withoutAGoodTokenTheAnswerIs401(String method, String path, Object body, Set<String> allowed) {
        json(given()).body(body).request(method, path).then().statusCode(401).body("code", equalTo("unauthorized"));
        for (String token : List.of(TestTokens.expired("alice"), TestTokens.forged("alice"), TestTokens.wrongAudience("alice"),
                TestTokens.wrongIssuer("alice"), "nonsense"))
            json(given()).auth().oauth2(token).body(body).request(method, path).then().statusCode(401);
    }

    @ParameterizedTest
    @MethodSource("all")
    void whoIsNotNamedAtAnEndpointIsForbidden(String method, String path, Object body, Set<String> allowed) {
        callers().forEach((who, token) -> {
            if (!allowed.contains(who))
                json(given()).auth().oauth2(token).body(body).request(method, path).then().statusCode(403)
                        .body("code", equalTo("forbidden"));
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void whoAcceptsOnlyWhatIsNotOfferedIsToldSo(String method, String path, Object body, Set<String> allowed) {
        for (String who : allowed)
            json(given()).accept(ContentType.HTML).auth().oauth2(callers().get(who)).body(body).request(method, path).then().statusCode(406)
                    .body("code", equalTo("not-acceptable"));
    }

    @ParameterizedTest
    @MethodSource("ofOneThing")
    void whatIsNotThereIs404ForThoseWhoMay(String method, String path, Object body, Set<String> allowed) {
        for (String who : allowed)
            json(given()).auth().oauth2(callers().get(who)).body(body).request(method, path).then().statusCode(404)
                    .body("code", equalTo("not-found"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void anUnknownFieldIsNamed(String method, String path, Map<String, Object> body, Set<String> allowed) {
        var more = new HashMap<>(body);
        more.put("surplus", 1);
        for (String who : allowed)
            json(given()).auth().oauth2(callers().get(who)).body(more).request(method, path).then().statusCode(422)
                    .body("code", equalTo("unknown-field")).body("errors[0].field", equalTo("surplus"));
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void aWrongTypeIsRefusedAndNotRepeated(String method, String path, Map<String, Object> body, Set<String> allowed) {
        String field = body.keySet().iterator().next();
        for (String who : allowed)
            json(given()).auth().oauth2(callers().get(who)).body(Map.of(field, List.of("canary-wrong"))).request(method, path).then()
                    .statusCode(422).body(not(containsString("canary-wrong")));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatIsNotJsonAndWhatIsTooLargeIsRefused(String method, String path, Map<String, Object> body, Set<String> allowed) {
        for (String who : allowed) {
            String token = callers().get(who);
            json(given()).auth().oauth2(token).body("{canary").request(method, path).then().statusCode(400)
                    .body(not(containsString("canary")));
            json(given()).auth().oauth2(token).body("{\"phrase\":\"" + "x".repeat(600_000) + "\"}").request(method, path).then()
                    .statusCode(413);
            given().auth().oauth2(token).contentType("text/plain").body("x").request(method, path).then().statusCode(415);
        }
    }

    @Test
    void idsOfAnotherKindAreNotFound() {
        for (String path : List.of("/v1/sessions/x", "/v1/sessions/sec_" + "0".repeat(32), "/v1/activation-requests/" + SESSION))
            given().auth().oauth2(TestTokens.user("alice")).get(path).then().statusCode(404);
    }

    @Test
    void healthAndTheDescriptionOfTheServiceAreThere() {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/openapi").then().statusCode(200).body(containsString("/v1/sessions/{id}/activation-requests"));
    }

    private static RequestSpecification json(RequestSpecification request) {
        return request.contentType(ContentType.JSON);
    }
}
