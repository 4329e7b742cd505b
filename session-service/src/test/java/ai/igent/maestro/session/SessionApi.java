package ai.igent.maestro.session;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vocabulary.SessionId;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

/** The service as a caller with one token sees it. */
final class SessionApi {
    private final String token;

    private SessionApi(String token) {
        this.token = token;
    }

    static SessionApi with(String token) {
        return new SessionApi(token);
    }

    static SessionApi user(String name) {
        return with(TestTokens.user(name));
    }

    static SessionApi platform() {
        return with(TestTokens.platform());
    }

    static SessionApi agent(String session) {
        return with(TestTokens.agent(new SessionId(session)));
    }

    static SessionApi injector() {
        return with(TestTokens.service("sandbox-injector"));
    }

    /** A user that no other test has. */
    static String newUser() {
        return "user-" + UUID.randomUUID();
    }

    /** A new session's id. */
    static String session(String user) {
        return open(Map.of("user", user)).path("session.id");
    }

    /** The answer to creating a session. */
    static Response open(Map<String, ?> wish) {
        return platform().post("/v1/sessions", wish).statusCode(201).extract().response();
    }

    ValidatableResponse get(String path, Object... query) {
        var request = given().auth().oauth2(token);
        for (int at = 0; at < query.length; at += 2)
            request.queryParam((String) query[at], query[at + 1]);
        return request.get(path).then();
    }

    ValidatableResponse post(String path, Object body) {
        return given().auth().oauth2(token).contentType(ContentType.JSON).body(body).post(path).then();
    }

    ValidatableResponse post(String path) {
        return given().auth().oauth2(token).post(path).then();
    }

    /** Asks for these; gives the request as its asker sees it. */
    Response request(String session, Map<String, ?> wish) {
        return post("/v1/sessions/" + session + "/activation-requests", wish).statusCode(201).extract().response();
    }

    Response requestIds(String session, String... ids) {
        return request(session, Map.of("activate", List.of(ids)));
    }

    /** Confirms what {@code shown} shows. */
    ValidatableResponse confirm(Response shown, String... acknowledge) {
        return post("/v1/activation-requests/" + shown.path("id") + "/confirm", confirmation(shown, acknowledge));
    }

    static Map<String, Object> confirmation(Response shown, String... acknowledge) {
        return Map.of("nonce", shown.path("confirmation.nonce"), "setHash", shown.path("confirmation.setHash"), "acknowledge",
                List.of(acknowledge));
    }

    /** Activates these, without waiting for the answer's delivery to matter. */
    void activate(String session, String... ids) {
        confirm(requestIds(session, ids)).statusCode(202);
    }

    /** What the injector is told now. */
    static Response grant(String session) {
        return injector().post("/internal/v1/sessions/" + session + "/grants", Map.of("purpose", "deliver")).statusCode(200).extract()
                .response();
    }

    static List<String> activeIds(String session) {
        return grant(session).path("items.id");
    }

    /** The injector is told that there is nothing to have any more. */
    static void refusesTheInjector(String session) {
        String path = "/internal/v1/sessions/" + session;
        injector().post(path + "/grants", Map.of("purpose", "deliver")).statusCode(409).body("code", equalTo("session-ended"));
        injector().get(path + "/revision").statusCode(409).body("code", equalTo("session-ended"));
    }

    static void report(String session, long revision) {
        injector().post("/internal/v1/sessions/" + session + "/bundle-reports", Map.of("revision", revision, "outcome", "applied"))
                .statusCode(204);
    }
}
