package ai.igent.maestro.session;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vocabulary.SessionId;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

@SessionTest
class IdempotencyTest {
    private static final String SESSIONS = "/v1/sessions";

    private final String user = SessionApi.newUser();
    private final String key = UUID.randomUUID().toString();
    private final Map<String, Object> wish = Map.of("user", user, "title", "canary-title");

    @Inject
    Database database;

    @Test
    void theSameSessionAgainComesWithTokensMintedAnew() {
        var first = post(TestTokens.platform(), SESSIONS, wish).statusCode(201).extract();
        String code = first.path("enrolmentCode");

        String again = post(TestTokens.platform(), SESSIONS, wish).statusCode(201).header("Location", equalTo(first.header("Location")))
                .body("session.id", equalTo(first.path("session.id"))).body("enrolmentCode", not(equalTo(code))).extract()
                .path("enrolmentCode");

        assertThat(sessions()).isEqualTo(1);
        enrol(code).statusCode(409);
        enrol(again).statusCode(200);
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        post(TestTokens.platform(), SESSIONS, wish).statusCode(201);

        post(TestTokens.platform(), SESSIONS, Map.of("user", user)).statusCode(409).body("code", equalTo("idempotency-key-reused"));
        assertThat(sessions()).isEqualTo(1);
    }

    @Test
    void manySessionsAtOnceAreOne() throws Exception {
        assertThat(idsOf16(TestTokens.platform(), SESSIONS, wish, "session.id")).hasSize(1);
        assertThat(sessions()).isEqualTo(1);
    }

    @Test
    void theSameKeyOfAnotherCallerIsAnotherSession() {
        post(TestTokens.platform(), SESSIONS, wish).statusCode(201);

        post(TestTokens.person("platform-2").withRoles(List.of("platform")).text(), SESSIONS, wish).statusCode(201);
        assertThat(sessions()).isEqualTo(2);
    }

    @Test
    void aSessionThatIsOverIsNotOpenedAgain() {
        String session = post(TestTokens.platform(), SESSIONS, wish).extract().path("session.id");
        SessionApi.platform().post(SESSIONS + "/" + session + "/end").statusCode(200);

        post(TestTokens.platform(), SESSIONS, wish).statusCode(409).body("code", equalTo("session-ended"));
    }

    @Test
    void theSameRequestAgainGetsTheSameAnswerAndSupersedesNothing() {
        String session = SessionApi.session(user);
        var ids = Map.of("activate", List.of(Thing.secret(user, "ONE").known().id()));
        var first = post(TestTokens.user(user), requests(session), ids).statusCode(201).extract();

        post(TestTokens.user(user), requests(session), ids).statusCode(201).body("id", equalTo(first.path("id")))
                .body("status", equalTo("proposed")).body("confirmation.nonce", equalTo(first.path("confirmation.nonce")));
        post(TestTokens.user(user), requests(session), Map.of("phrase", "activate everything")).statusCode(409)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void theAgentsKeyIsNotItsUsers() {
        String session = SessionApi.session(user);
        var ids = Map.of("activate", List.of(Thing.secret(user, "ONE").known().id()));
        String users = post(TestTokens.user(user), requests(session), ids).statusCode(201).extract().path("id");

        post(TestTokens.agent(new SessionId(session)), requests(session), ids).statusCode(201).body("id", not(equalTo(users)))
                .body("confirmation", equalTo(null));
    }

    @Test
    void manyRequestsAtOnceAreOne() throws Exception {
        String session = SessionApi.session(user);
        var ids = Map.of("activate", List.of(Thing.secret(user, "ONE").known().id()));

        assertThat(idsOf16(TestTokens.user(user), requests(session), ids, "id")).hasSize(1);
        assertThat(database.count("select count(*) from activation_request where session_id = ?", session)).isEqualTo(1);
    }

    @Test
    void nothingOfTheRequestIsKeptWithTheKey() {
        post(TestTokens.platform(), SESSIONS, wish).statusCode(201);

        assertThat(database.column("select row_to_json(r)::text from idempotency_record r where key = ?", key)).hasSize(1)
                .noneMatch(row -> row.contains("canary-title") || row.contains(user));
    }

    private HashSet<String> idsOf16(String token, String path, Map<String, ?> body, String id) throws Exception {
        try (var threads = Executors.newCachedThreadPool()) {
            Callable<String> attempt = () -> post(token, path, body).statusCode(201).extract().path(id);
            var ids = new HashSet<String>();
            for (var answer : threads.invokeAll(IntStream.range(0, 16).mapToObj(i -> attempt).toList()))
                ids.add(answer.get());
            return ids;
        }
    }

    private long sessions() {
        return database.count("select count(*) from session where user_id = ?", user);
    }

    private static String requests(String session) {
        return SESSIONS + "/" + session + "/activation-requests";
    }

    private static ValidatableResponse enrol(String code) {
        return given().contentType(ContentType.JSON).body(Map.of("code", code)).post("/v1/sandboxes/enrol").then();
    }

    private ValidatableResponse post(String token, String path, Map<String, ?> body) {
        return given().auth().oauth2(token).contentType(ContentType.JSON).header("Idempotency-Key", key).body(body).post(path).then();
    }
}
