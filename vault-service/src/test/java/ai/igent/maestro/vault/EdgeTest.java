package ai.igent.maestro.vault;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

/** What every endpoint does with those who may not and with what is no request. */
@VaultTest
class EdgeTest {
    private static final String ANY_SECRET = "/v1/secrets/sec_" + "0".repeat(32);
    private static final SessionId SESSION = new SessionId("ses_" + "1".repeat(32));

    /** Method, path, and a body that would do. */
    static Stream<Arguments> people() {
        return Stream.of(Arguments.of("POST", "/v1/secrets", Map.of("name", "A", "value", "canary-edge")),
                Arguments.of("POST", "/v1/secret-sets", Map.of("integration", "custom", "values", Map.of("A", "canary-edge"))),
                Arguments.of("POST", "/v1/secrets/import", Map.of()),
                Arguments.of("GET", "/v1/secrets", Map.of()),
                Arguments.of("GET", ANY_SECRET, Map.of()),
                Arguments.of("PATCH", ANY_SECRET, Map.of("description", "x")),
                Arguments.of("DELETE", ANY_SECRET, Map.of()),
                Arguments.of("POST", ANY_SECRET + "/undelete", Map.of()),
                Arguments.of("PUT", ANY_SECRET + "/value", Map.of("value", "canary-edge")),
                Arguments.of("GET", ANY_SECRET + "/versions", Map.of()),
                Arguments.of("POST", ANY_SECRET + "/versions/1/restore", Map.of()),
                Arguments.of("DELETE", ANY_SECRET + "/versions/1", Map.of()),
                Arguments.of("DELETE", ANY_SECRET + "?purge=true", Map.of()),
                Arguments.of("POST", ANY_SECRET + "/report-leak", Map.of()),
                Arguments.of("POST", ANY_SECRET + "/reveal", Map.of()),
                Arguments.of("POST", ANY_SECRET + "/verify", Map.of()));
    }

    static Stream<Arguments> services() {
        return Stream.of(Arguments.of("POST", "/internal/v1/describe", Map.of("ids", List.of())),
                Arguments.of("POST", "/internal/v1/resolve", Map.of("grant", "x")),
                Arguments.of("POST", "/internal/v1/resolve/grants", Map.of("grants", List.of())));
    }

    static Stream<Arguments> all() {
        return Stream.concat(people(), services());
    }

    static Stream<Arguments> withBody() {
        return all().filter(call -> !((Map<?, ?>) call.get()[2]).isEmpty());
    }

    /** Fields of an import are names of secrets, and any may stand there. */
    static Stream<Arguments> changes() {
        return all().filter(call -> !call.get()[0].equals("GET") && !call.get()[1].toString().endsWith("/import"));
    }

    static Stream<Arguments> ofOneSecret() {
        return people().filter(call -> call.get()[1].toString().startsWith(ANY_SECRET));
    }

    @ParameterizedTest
    @MethodSource("all")
    void withoutAGoodTokenTheAnswerIs401(String method, String path, Object body) {
        var bad = List.of(TestTokens.expired("alice"), TestTokens.forged("alice"), TestTokens.wrongAudience("alice"),
                TestTokens.wrongIssuer("alice"), "nonsense");
        json(given()).body(body).request(method, path).then().statusCode(401);
        for (String token : bad)
            json(given()).auth().oauth2(token).body(body).request(method, path).then().statusCode(401);
    }

    @ParameterizedTest
    @MethodSource("people")
    void agentsSandboxesServicesAndOperatorsAreNotUsers(String method, String path, Object body) {
        for (String token : List.of(TestTokens.agent(SESSION), TestTokens.sandbox(SESSION, 1), TestTokens.service("session-service"),
                TestTokens.service("sandbox-injector"), TestTokens.operator(), TestTokens.auditor(), TestTokens.platform()))
            json(given()).auth().oauth2(token).body(body).request(method, path).then().statusCode(403).body("code", equalTo("forbidden"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void internalEndpointsAreNobodyElses(String method, String path, Object body) {
        for (String token : List.of(TestTokens.user("alice"), TestTokens.agent(SESSION), TestTokens.sandbox(SESSION, 1),
                TestTokens.operator(), TestTokens.platform(), TestTokens.service("console"), TestTokens.service("oauth-service")))
            json(given()).auth().oauth2(token).body(body).request(method, path).then().statusCode(403);
    }

    @Test
    void eachServiceHasItsOneEndpoint() {
        VaultApi.with(TestTokens.service("sandbox-injector")).post("/internal/v1/describe", Map.of("ids", List.of())).statusCode(403);
        VaultApi.with(TestTokens.service("session-service")).post("/internal/v1/resolve", Map.of("grant", "x")).statusCode(403);
    }

    @ParameterizedTest
    @MethodSource("ofOneSecret")
    void whatIsNotThereAndWhatIsSomebodyElsesIs404(String method, String path, Object body) {
        String foreign = VaultApi.as("edge-owner").register(Map.of("name", "FOREIGN", "value", "canary-edge", "account",
                "A" + System.nanoTime()));
        for (String target : List.of(path, path.replace(ANY_SECRET, "/v1/secrets/" + foreign), path.replace(ANY_SECRET, "/v1/secrets/x")))
            json(given()).auth().oauth2(TestTokens.user("carol")).body(body).request(method, target).then().statusCode(404)
                    .body("code", equalTo("not-found"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void anUnknownFieldIsNamed(String method, String path, Map<String, Object> body) {
        var more = new HashMap<>(body);
        more.put("surprise", "canary-surprise");
        json(caller(path)).body(more).request(method, path).then().statusCode(422).body("code", equalTo("unknown-field"))
                .body("errors[0].field", equalTo("surprise")).body(not(containsString("canary-surprise")));
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void fieldsOfTheWrongTypeAreNamed(String method, String path, Map<String, Object> body) {
        for (String field : body.keySet()) {
            var wrong = new HashMap<>(body);
            wrong.put(field, 5);
            json(caller(path)).body(wrong).request(method, path).then().statusCode(422).body("errors[0].field", equalTo(field));
        }
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void textThatIsNoJsonIsNotRepeated(String method, String path, Object body) {
        for (String text : List.of("{\"name\": canary-broken", "canary-broken", "[]", "\"canary-broken\"", ""))
            json(caller(path)).body(text).request(method, path).then().statusCode(anyOf(is(400), is(422)))
                    .body(not(containsString("canary-broken")));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aBodyBeyondTheLimitIs413(String method, String path, Object body) {
        json(caller(path)).body(" ".repeat(600 * 1024)).request(method, path).then().statusCode(413).body("code", equalTo("too-large"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void anotherContentTypeIs415(String method, String path, Object body) {
        caller(path).contentType(ContentType.TEXT).body("name=A").request(method, path).then().statusCode(415);
    }

    private static RequestSpecification caller(String path) {
        if (path.endsWith("describe")) return given().auth().oauth2(TestTokens.service("session-service"));
        if (path.contains("resolve")) return given().auth().oauth2(TestTokens.service("sandbox-injector"));
        return given().auth().oauth2(TestTokens.user("carol"));
    }

    private static RequestSpecification json(RequestSpecification request) {
        return request.contentType(ContentType.JSON);
    }
}
