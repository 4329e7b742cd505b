package ai.igent.maestro.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.restassured.response.ValidatableResponse;

import ai.igent.maestro.session.retention.Sweep;
import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vocabulary.SessionId;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** What goes when its time is over, and what stays. */
@SessionTest
@Timeout(120)
class RetentionTest {
    private static final String CONSENTS = "/v1/standing-consents";
    private static final List<String> BELONGING = List.of("enrolment_code", "activation_request", "activation", "bundle_failure",
            "standing_consent_use");
    private static final int BATCH = 100;

    private final String user = SessionApi.newUser();
    private final SessionApi person = SessionApi.user(user);
    private final String agent = "agent-of-" + user;
    private Thing key;

    @Inject
    Database database;
    @Inject
    Sweep sweep;
    @Inject
    TestClock clock;
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @BeforeEach
    void prepare() {
        key = Thing.secret(user, "KEY").known();
    }

    @AfterEach
    void setClockRight() {
        clock.setWrong(Duration.ZERO);
    }

    @Test
    void aSessionThatEndedLongAgoIsGoneWithAllThatBelongsToIt() {
        giveConsent();
        String session = fullSession();
        end(session);
        List<String> records = database.records(session);
        ended(session, "90 days 1 minute");
        for (String table : BELONGING)
            assertThat(rows(table, session)).as(table).isPositive();

        sweep.sessions();

        for (String table : BELONGING)
            assertThat(rows(table, session)).as(table).isZero();
        person.get("/v1/sessions/" + session).statusCode(404).body("code", equalTo("not-found"));
        SessionApi.platform().get("/v1/sessions/" + session).statusCode(404);
        person.get("/v1/sessions").statusCode(200).body("items.id", not(hasItem(session)));
        assertThat(database.records(session)).as("nothing is taken off the record, nor put on it").isEqualTo(records);
    }

    @Test
    void itsAgeIsToldByTheServicesClock() {
        String session = SessionApi.session(user);
        end(session);
        ended(session, "89 days 23 hours");
        sweep.sessions();
        person.get("/v1/sessions/" + session).statusCode(200);

        clock.setWrong(Duration.ofHours(2));
        sweep.sessions();

        person.get("/v1/sessions/" + session).statusCode(404);
    }

    @Test
    void whatLivesStaysHoweverOldItIs() {
        giveConsent();
        String session = fullSession();
        String due = SessionApi.session(user);
        database.execute("update session set created_at = now() - interval '400 days' where user_id = ?", user);
        database.execute("update session set expires_at = now() - interval '200 days' where id = ?", due);
        List<Long> before = BELONGING.stream().map(table -> rows(table, session)).toList();

        sweep.everything();

        person.get("/v1/sessions").statusCode(200).body("items.id", contains(due, session));
        assertThat(BELONGING.stream().map(table -> rows(table, session)).toList()).isEqualTo(before);
        assertThat(SessionApi.activeIds(session)).contains(key.id());
    }

    @Test
    void whoComesBackToADeletedSessionIsToldThatThereIsNone() {
        var opened = SessionApi.open(Map.of("user", user));
        String session = opened.path("session.id");
        end(session);
        ended(session, "91 days");
        sweep.sessions();

        String path = "/v1/sessions/" + session;
        absent(SessionApi.agent(session).get(path + "/secrets"));
        absent(SessionApi.agent(session).get(path + "/events"));
        absent(SessionApi.agent(session).post(path + "/activation-requests", Map.of("phrase", "activate everything")));
        absent(SessionApi.with(TestTokens.sandbox(new SessionId(session), 1)).post("/v1/sandboxes/renew"));
        absent(given().contentType("application/json").body(Map.of("code", opened.path("enrolmentCode"))).post("/v1/sandboxes/enrol")
                .then());
        absent(person.post(path + "/end"));
        absent(SessionApi.platform().post(path + "/tokens"));
        absent(SessionApi.platform().post(path + "/extend", Map.of("expiresIn", "P1D")));
        try (var mcp = McpAgent.with(TestTokens.agent(new SessionId(session)))) {
            assertThat(mcp.refusal("list_secrets", Map.of()).getString("code")).isEqualTo("not-found");
        }
    }

    @Test
    void theInjectorGetsNothingForADeletedSessionAndItsLateReportIsNoError() {
        String session = SessionApi.session(user);
        person.activate(session, key.id());
        end(session);
        ended(session, "91 days");
        sweep.sessions();

        String path = "/internal/v1/sessions/" + session;
        absent(SessionApi.injector().post(path + "/grants", Map.of("purpose", "deliver")));
        absent(SessionApi.injector().get(path + "/revision"));
        absent(SessionApi.injector().post(path + "/bundle-reports", Map.of("revision", 1, "outcome", "applied")));
        SessionApi.injector().post("/internal/v1/grants", Map.of("questions", List.of(Map.of("session", session, "purpose", "deliver"))))
                .statusCode(200).body("answers", everyItem(nullValue()));
        assertThat(database.records(session)).noneMatch(record -> record.startsWith("bundle."));
    }

    @Test
    void whatAnOwnerSaysLateOfSomethingInADeletedSessionIsHeardAndChangesNothing() {
        String session = SessionApi.session(user);
        person.activate(session, key.id());
        end(session);
        ended(session, "91 days");
        sweep.sessions();
        List<String> records = database.records(session);

        try (var events = new OwnersEvents(kafka, database)) {
            events.changed(key.atEpoch(2), key);
        }

        assertThat(database.records(session)).isEqualTo(records);
    }

    @Test
    void oneTransactionDeletesSome() {
        crowd(BATCH + 50);

        assertThat(sweep.someSessions()).isLessThanOrEqualTo(BATCH);
        assertThat(crowdLeft()).isPositive();
        sweep.sessions();

        assertThat(crowdLeft()).isZero();
    }

    @Test
    void whatAnotherReplicaIsDeletingIsPassedOver() throws Throwable {
        crowd(3);
        String held = database.column("select min(id) from session where user_id = ?", user).getFirst();

        database.whileLocking("select from session where id = '" + held + "' for update", sweep::sessions);

        assertThat(database.column("select id from session where user_id = ?", user)).containsExactly(held);
        sweep.sessions();
        assertThat(crowdLeft()).isZero();
    }

    @Test
    void replicasMayDoItAtTheSameTime() throws Exception {
        crowd(5 * BATCH);
        Callable<Void> replica = () -> {
            sweep.everything();
            return null;
        };

        try (var replicas = Executors.newFixedThreadPool(3)) {
            for (var finished : replicas.invokeAll(List.of(replica, replica, replica)))
                finished.get();
        }

        assertThat(crowdLeft()).isZero();
    }

    @Test
    void consentGoesAfterItsOwnEndAndThatOfTheSessionsItWasUsedIn() {
        String consent = giveConsent();
        String session = fullSession();
        given().auth().oauth2(TestTokens.user(user)).delete(CONSENTS + "/" + consent).then().statusCode(204);
        database.execute("update standing_consent set revoked_at = now() - interval '91 days' where id = ?", consent);

        sweep.everything();
        person.get(CONSENTS + "/" + consent).statusCode(200).body("uses.session", contains(session));

        end(session);
        ended(session, "91 days");
        sweep.everything();
        person.get(CONSENTS + "/" + consent).statusCode(404);
    }

    @Test
    void consentStaysWhileItLastsAndForItsTimeAfterwards() {
        String lasting = giveConsent();
        String young = giveConsent();
        String old = giveConsent();
        String since = "update standing_consent set created_at = now() - interval '300 days', active_until = now() + cast(? as interval) where id = ?";
        database.execute(since, "1 day", lasting);
        database.execute(since, "-89 days", young);
        database.execute(since, "-91 days", old);

        sweep.everything();

        person.get(CONSENTS).statusCode(200).body("items.id", contains(young, lasting));
    }

    @Test
    void aSessionThatGoesOnDoesNotGatherRequestsThatNobodyDecided() {
        String session = SessionApi.session(user);
        String superseded = ask(session).extract().path("id");
        String unmatched = SessionApi.agent(session).request(session, Map.of("phrase", "activate nonsense")).path("id");
        String later = ask(session).extract().path("id");
        String waiting = ask(session).extract().path("id");
        for (String old : List.of(superseded, unmatched, waiting))
            made(old, "7 days 1 minute");
        made(later, "6 days 23 hours");

        sweep.everything();

        person.get("/v1/sessions/" + session + "/activation-requests").statusCode(200).body("items.id", contains(waiting, later));
    }

    @Test
    void anAgentThatWasDeniedGoesOnWaiting() {
        String session = SessionApi.session(user);
        String denied = ask(session).extract().path("id");
        person.post("/v1/activation-requests/" + denied + "/deny", Map.of()).statusCode(200);
        made(denied, "100 days");

        sweep.everything();

        SessionApi.agent(session).post("/v1/sessions/" + session + "/activation-requests", Map.of("activate", List.of(key.id())))
                .statusCode(429);
    }

    @Test
    void aCodeIsUnknownAWeekAfterItsTime() {
        for (var answer : Map.of("6 days 23 hours", 409, "7 days 1 minute", 404).entrySet()) {
            var opened = SessionApi.open(Map.of("user", user));
            database.execute("update enrolment_code set expires_at = now() - cast(? as interval) where session_id = ?", answer.getKey(),
                    opened.path("session.id"));

            sweep.everything();

            given().contentType("application/json").body(Map.of("code", opened.path("enrolmentCode"))).post("/v1/sandboxes/enrol").then()
                    .statusCode(answer.getValue());
        }
    }

    /** With something of everything that can belong to one. */
    private String fullSession() {
        String session = SessionApi.open(Map.of("user", user, "agent", agent)).path("session.id");
        var other = Thing.secret(user, "OTHER").known();
        person.activate(session, other.id());
        SessionApi.injector().post("/internal/v1/sessions/" + session + "/bundle-reports", Map.of("revision", 2, "outcome", "failed",
                "failed", List.of(Map.of("id", key.id(), "code", "epoch-changed")))).statusCode(204);
        return session;
    }

    private String giveConsent() {
        return person.post(CONSENTS, Map.of("agent", agent, "activate", List.of(key.id()), "variables",
                Map.of(key.id(), "KEY_" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT)), "until",
                Instant.now().plus(Duration.ofDays(30)).toString())).statusCode(201).extract().path("id");
    }

    private ValidatableResponse ask(String session) {
        return SessionApi.agent(session).post("/v1/sessions/" + session + "/activation-requests", Map.of("activate", List.of(key.id())))
                .statusCode(201);
    }

    private void end(String session) {
        person.post("/v1/sessions/" + session + "/end").statusCode(200);
    }

    private void ended(String session, String ago) {
        assertThat(database.execute("update session set ended_at = now() - cast(? as interval) where id = ?", ago, session)).isOne();
    }

    private void made(String request, String ago) {
        assertThat(database.execute("update activation_request set created_at = now() - cast(? as interval) where id = ?", ago, request))
                .isOne();
    }

    private long rows(String table, String session) {
        return database.count("select count(*) from " + table + " where session_id = ?", session);
    }

    /** Sessions that ended long ago, each with a request. */
    private void crowd(int size) {
        database.execute("""
                insert into session (id, user_id, status, revision, applied_revision, failed_revision, sequence, token_generation,
                    created_at, expires_at, ended_at)
                select 'ses_' || md5(? || n), ?, 'ended', 1, 0, 0, 2, 1, now() - interval '101 days', now() - interval '100 days',
                    now() - interval '99 days' from generate_series(1, ?) n""", user, user, size);
        database.execute("""
                insert into activation_request (id, session_id, requester_kind, requester_id, status, proposal, set_hash, nonce, created_at,
                    expires_at) select 'req_' || md5(id), id, 'agent', id, 'superseded', '{}', '', '', created_at, created_at
                from session where user_id = ?""", user);
    }

    private long crowdLeft() {
        return database.count("select count(*) from session where user_id = ?", user);
    }

    private static void absent(ValidatableResponse answer) {
        answer.statusCode(404).body("code", equalTo("not-found"));
    }
}
