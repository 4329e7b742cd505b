package ai.igent.maestro.session;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.restassured.response.ValidatableResponse;

import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vocabulary.SessionId;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

@SessionTest
class EnrolmentTest {
    private io.restassured.response.Response opened;
    private String session;
    private String code;

    @Inject
    Database database;
    @Inject
    TestClock clock;

    @AfterEach
    void setClockRight() {
        clock.setWrong(Duration.ZERO);
    }

    @BeforeEach
    void prepare() {
        opened = SessionApi.open(Map.of("user", SessionApi.newUser()));
        session = opened.path("session.id");
        code = opened.path("enrolmentCode");
    }

    @Test
    void aCodeEnrolsOneSandboxOnRecord() {
        enrol(code).statusCode(200).header("Cache-Control", "no-store").body("session", equalTo(session))
                .body("sandboxToken", matchesPattern("ey.+\\..+\\..+")).body("expiresAt", notNullValue());

        assertThat(database.records(session)).contains("sandbox.enrolled success");
    }

    @Test
    void aSecondUseIsRefusedAndOnRecord() {
        enrol(code).statusCode(200);

        enrol(code).statusCode(409).body("code", equalTo("enrolment-code-used"));

        assertThat(database.records(session)).contains("sandbox.enrolment-refused denied code-used");
    }

    @Test
    void ofTwoWhoBringACodeAtOnceOneIsEnrolled() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Integer> attempt = () -> enrol(code).extract().statusCode();
            List<Integer> answers = threads.invokeAll(List.of(attempt, attempt)).stream().map(future -> future.resultNow()).sorted()
                    .toList();
            assertThat(answers).containsExactly(200, 409);
        }
    }

    @Test
    void aMachinesClockThatWentBackLengthensNoCode() {
        var opened = SessionApi.open(Map.of("user", SessionApi.newUser()));
        database.execute("update enrolment_code set expires_at = now() - interval '1 second' where session_id = ?",
                opened.<String>path("session.id"));
        clock.setWrong(Duration.ofHours(-1));

        enrol(opened.path("enrolmentCode")).statusCode(409).body("code", equalTo("enrolment-code-expired"));
    }

    @Test
    void aCodeExpires() {
        database.execute("update enrolment_code set expires_at = now() - interval '1 second' where session_id = ?", session);

        enrol(code).statusCode(409).body("code", equalTo("enrolment-code-expired"));
    }

    @Test
    void aCodeOfAnEndedSessionEnrolsNobody() {
        SessionApi.platform().post("/v1/sessions/" + session + "/end").statusCode(200);

        enrol(code).statusCode(409).body("code", equalTo("session-ended"));
    }

    @Test
    void aCodeNobodyIssuedIsNotFoundAndAnythingElseIsNoCode() {
        enrol("enr_" + "A".repeat(43)).statusCode(404);
        enrol("1234").statusCode(422).body("errors[0].field", equalTo("code"));
        given().contentType("application/json").body(Map.of("code", code, "x", 1)).post("/v1/sandboxes/enrol").then().statusCode(422)
                .body("code", equalTo("unknown-field"));
        given().contentType("application/json").body(Map.of("code", 7)).post("/v1/sandboxes/enrol").then().statusCode(422);
        given().contentType("application/json").body("{}").post("/v1/sandboxes/enrol").then().statusCode(422);
        given().contentType("application/json").body(Map.of("code", "x".repeat(600_000))).post("/v1/sandboxes/enrol").then()
                .statusCode(413);
    }

    @Test
    void aSandboxRenewsItsToken() {
        SessionApi.with(TestTokens.sandbox(new SessionId(session), 1)).post("/v1/sandboxes/renew").statusCode(200)
                .body("session", equalTo(session)).body("sandboxToken", notNullValue());
        SessionApi.with(TestTokens.sandbox(new SessionId(session), 2)).post("/v1/sandboxes/renew").statusCode(401);
        SessionApi.agent(session).post("/v1/sandboxes/renew").statusCode(403);
        SessionApi.with(TestTokens.sandbox(new SessionId("ses_" + "0".repeat(32)), 1)).post("/v1/sandboxes/renew").statusCode(404);
    }

    @Test
    void nobodyRenewsInAnEndedSession() {
        SessionApi.platform().post("/v1/sessions/" + session + "/end").statusCode(200);

        SessionApi.with(TestTokens.sandbox(new SessionId(session), 1)).post("/v1/sandboxes/renew").statusCode(409);
    }

    private static ValidatableResponse enrol(String code) {
        return given().contentType("application/json").body(Map.of("code", code)).post("/v1/sandboxes/enrol").then();
    }
}
