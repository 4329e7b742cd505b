package ai.igent.maestro.session;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vocabulary.SessionId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

@SessionTest
class LifecycleTest {
    private final String user = SessionApi.newUser();

    @Inject
    Database database;
    @Inject
    TestClock clock;

    @AfterEach
    void setClockRight() {
        clock.setWrong(Duration.ZERO);
    }

    @Test
    void thePlatformCreatesASessionAndLearnsItsTokensOnce() {
        var opened = SessionApi.platform().post("/v1/sessions",
                Map.of("user", user, "organization", "acme", "title", "Fix the build", "agent",
                        "claude", "environment", "staging", "expiresIn", "PT2H"));

        opened.statusCode(201).header("Cache-Control", "no-store").header("Location", matchesPattern(".*/v1/sessions/ses_[0-9a-f]{32}"))
                .body("session.user", equalTo(user)).body("session.organization", equalTo("acme")).body("session.status", equalTo("active"))
                .body("session.revision", equalTo(0)).body("session.environment", equalTo("staging"))
                .body("enrolmentCode", matchesPattern("enr_[A-Za-z0-9_-]{43}")).body("agentToken", matchesPattern("ey.+\\..+\\..+"));
        String session = opened.extract().path("session.id");
        assertThat(database.records(session)).containsExactly("session.created success");
        assertThat(database.events("sessions.v1", session)).containsExactly("session.created");
        assertThat(database.dump()).doesNotContain(opened.extract().<String>path("enrolmentCode"))
                .doesNotContain(opened.extract().<String>path("agentToken"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t ", "red \u001b[31m", "two\nlines", "next \u0085 line"})
    void whatASessionIsCalledIsALineThatSaysSomething(String text) {
        for (String field : List.of("title", "agent"))
            SessionApi.platform().post("/v1/sessions", Map.of("user", user, field, text)).statusCode(422).body("code", equalTo("invalid"))
                    .body("errors[0].field", equalTo(field)).body("errors[0].code", equalTo("pattern"));
    }

    @Test
    void aSessionIsCalledInAnyLanguage() {
        SessionApi.platform().post("/v1/sessions", Map.of("user", user, "title", " Überprüfung 🚀 ", "agent", "助手")).statusCode(201)
                .body("session.title", equalTo(" Überprüfung 🚀 ")).body("session.agent", equalTo("助手"));
    }

    @Test
    void usersSeeTheirOwnSessionsNewestFirstAndNobodyElses() {
        String first = SessionApi.session(user);
        String second = SessionApi.session(user);
        SessionApi.session(SessionApi.newUser());

        SessionApi.user(user).get("/v1/sessions").statusCode(200).body("items.id", contains(second, first));
        String next = SessionApi.user(user).get("/v1/sessions", "limit", 1).body("items.id", contains(second)).extract().path("next");
        SessionApi.user(user).get("/v1/sessions", "limit", 1, "cursor", next).body("items.id", contains(first)).body("next", equalTo(null));
        SessionApi.user(user).get("/v1/sessions/" + first).statusCode(200).body("activeCount", equalTo(0));
        SessionApi.platform().get("/v1/sessions/" + first).statusCode(200);
        SessionApi.user("carol").get("/v1/sessions/" + first).statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void endingASessionEndsEverythingActiveOnceAndOnRecord() {
        String session = SessionApi.session(user);
        SessionApi.user(user).activate(session, Thing.secret(user, "ONE").known().id());

        SessionApi.user(user).post("/v1/sessions/" + session + "/end").statusCode(200).body("status", equalTo("ended"))
                .body("activeCount", equalTo(0)).body("endedAt", notNullValue()).body("revision", equalTo(2));
        SessionApi.platform().post("/v1/sessions/" + session + "/end").statusCode(200).body("revision", equalTo(2));

        SessionApi.refusesTheInjector(session);
        assertThat(database.records(session)).containsOnlyOnce("session.ended success ended")
                .containsOnlyOnce("activation.deactivated success session-ended")
                .noneMatch(record -> record.startsWith("bundle.delivered"));
        assertThat(database.events("sessions.v1", session)).endsWith("session.activations-changed", "session.ended");
    }

    @Test
    void nothingIsRequestedInASessionThatIsOver() {
        String session = SessionApi.session(user);
        SessionApi.platform().post("/v1/sessions/" + session + "/end").statusCode(200);

        SessionApi.user(user).post("/v1/sessions/" + session + "/activation-requests", Map.of("phrase", "activate everything"))
                .statusCode(409)
                .body("code", equalTo("session-ended"));
    }

    @Test
    void aSessionExpiresByTheClockAndIsThenEndedOnRecord() {
        String session = SessionApi.session(user);
        SessionApi.user(user).activate(session, Thing.secret(user, "ONE").known().id());
        database.execute("update session set expires_at = now() - interval '1 second' where id = ?", session);

        SessionApi.user(user).get("/v1/sessions/" + session).body("status", equalTo("expired")).body("activeCount", equalTo(0));
        SessionApi.refusesTheInjector(session);
        assertThat(database.records(session)).containsOnlyOnce("session.ended success expired")
                .containsOnlyOnce("activation.expired success session-expired")
                .noneMatch(record -> record.startsWith("bundle.delivered"));
    }

    @Test
    void aMachinesClockThatWentBackRevivesNoSession() {
        String session = SessionApi.session(user);
        clock.setWrong(Duration.ofHours(-2));
        database.execute("update session set expires_at = now() - interval '1 minute' where id = ?", session);

        SessionApi.platform().post("/v1/sessions/" + session + "/extend", Map.of("expiresIn", "PT3H")).statusCode(409)
                .body("code", equalTo("session-ended"));
    }

    @Test
    void extendingNeverShortensASessionAndNeverLengthensAnActivation() {
        String session = SessionApi.session(user);
        SessionApi.user(user).activate(session, Thing.secret(user, "ONE").known().id());
        String before = SessionApi.user(user).get("/v1/sessions/" + session).extract().path("expiresAt");
        List<String> until = database.column("select active_until from activation where session_id = ?", session);

        SessionApi.platform().post("/v1/sessions/" + session + "/extend", Map.of("expiresIn", "PT1M")).statusCode(200)
                .body("expiresAt", equalTo(before));
        String after = SessionApi.platform().post("/v1/sessions/" + session + "/extend", Map.of("expiresIn", "P3D")).statusCode(200)
                .extract()
                .path("expiresAt");

        assertThat(after).isGreaterThan(before);
        assertThat(database.column("select active_until from activation where session_id = ?", session)).isEqualTo(until);
    }

    @Test
    void newTokensRevokeTheEarlierOnesAndUnusedCodes() {
        var opened = SessionApi.open(Map.of("user", user));
        String session = opened.path("session.id");
        SessionApi.agent(session).get("/v1/sessions/" + session + "/secrets").statusCode(200);

        SessionApi.platform().post("/v1/sessions/" + session + "/tokens").statusCode(200).header("Cache-Control", "no-store")
                .body("enrolmentCode", notNullValue()).body("agentToken", notNullValue());

        SessionApi.agent(session).get("/v1/sessions/" + session + "/secrets").statusCode(401);
        SessionApi.with(TestTokens.agent(new SessionId(session), 2)).get("/v1/sessions/" + session + "/secrets").statusCode(200);
        SessionApi.with(TestTokens.sandbox(new SessionId(session), 1)).post("/v1/sandboxes/renew").statusCode(401);
        io.restassured.RestAssured.given().contentType("application/json").body(Map.of("code", opened.path("enrolmentCode")))
                .post("/v1/sandboxes/enrol").then().statusCode(409).body("code", equalTo("enrolment-code-expired"));
        assertThat(SessionApi.grant(session).<Integer>path("tokenGeneration")).isEqualTo(2);
    }

    @Test
    void aLifeOutOfBoundsIsRefused() {
        for (String life : List.of("PT1S", "P31D", "-PT1H"))
            SessionApi.platform().post("/v1/sessions", Map.of("user", user, "expiresIn", life)).statusCode(422);
    }
}
