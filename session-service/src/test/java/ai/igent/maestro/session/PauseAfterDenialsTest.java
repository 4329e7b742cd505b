package ai.igent.maestro.session;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.restassured.response.ValidatableResponse;

import ai.igent.maestro.test.Database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@SessionTest
class PauseAfterDenialsTest {
    private final String user = SessionApi.newUser();
    private final SessionApi person = SessionApi.user(user);
    private String session;
    private Thing key;

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
        session = SessionApi.session(user);
        key = Thing.secret(user, "KEY").known();
    }

    @Test
    void anAgentThatWasDeniedWaitsLongerEachTime() {
        int last = 0;
        for (int denials = 1; denials <= 4; denials++) {
            denyNext();

            int pause = Integer.parseInt(ask(SessionApi.agent(session)).statusCode(429).body("code", equalTo("too-many-requests")).extract()
                    .header("Retry-After"));

            assertThat(pause).isGreaterThan(last);
            last = pause;
            pass("2 hours");
        }
    }

    @Test
    void aMachinesClockThatGoesWrongNeitherShortensThePauseNorMakesItLonger() {
        clock.setWrong(Duration.ofHours(-1));
        denyNext();
        ask(SessionApi.agent(session)).statusCode(429);

        clock.setWrong(Duration.ofHours(1));
        pass("1 minute");
        denyNext();
        pass("1 minute");
        ask(SessionApi.agent(session)).statusCode(201);
    }

    @Test
    void thePauseKeepsNobodyFromSeeingWhatHasChanged() {
        var asked = ask(SessionApi.agent(session)).statusCode(201).extract();
        String request = asked.path("id");
        var shown = person.get("/v1/activation-requests/" + request).extract().response();
        database.execute("""
                insert into activation_request select 'req_' || md5(id), session_id, requester_kind, requester_id, phrase, reason, 'denied',
                       proposal, set_hash, nonce, created_at, expires_at, 'user', now() from activation_request where id = ?""", request);
        key.atEpoch(2).known();

        person.confirm(shown).statusCode(409).body("code", equalTo("set-changed"));
    }

    @Test
    void thePauseIsOver() {
        denyNext();
        pass("1 minute");

        ask(SessionApi.agent(session)).statusCode(201);
    }

    @Test
    void theUserMayAskAtAnyTime() {
        denyNext();

        person.activate(session, key.id());

        assertThat(SessionApi.activeIds(session)).containsExactly(key.id());
    }

    @Test
    void aRequestThatWasConfirmedEndsTheRow() {
        denyNext();
        pass("1 hour");
        denyNext();
        pass("1 hour");
        String request = ask(SessionApi.agent(session)).statusCode(201).extract().path("id");
        person.confirm(person.get("/v1/activation-requests/" + request).extract().response()).statusCode(202);

        ask(SessionApi.agent(session)).statusCode(201);
    }

    @Test
    void whatTheUserAskedForAndDeniedIsNoReasonToPause() {
        person.post("/v1/activation-requests/" + ask(person).extract().path("id") + "/deny", Map.of()).statusCode(200);

        ask(SessionApi.agent(session)).statusCode(201);
    }

    private void denyNext() {
        String request = ask(SessionApi.agent(session)).statusCode(201).extract().path("id");
        person.post("/v1/activation-requests/" + request + "/deny", Map.of()).statusCode(200);
    }

    private void pass(String time) {
        database.execute("update activation_request set decided_at = decided_at - interval '" + time + "' where session_id = ?", session);
    }

    private ValidatableResponse ask(SessionApi who) {
        return who.post("/v1/sessions/" + session + "/activation-requests", Map.of("activate", List.of(key.id())));
    }
}
