package ai.igent.maestro.session;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.vocabulary.Source;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@SessionTest
class StandingConsentTest {
    private static final String PATH = "/v1/standing-consents";
    private static final String AGENT = "nightly-build";

    private final String user = SessionApi.newUser();
    private final SessionApi person = SessionApi.user(user);
    private Thing key;

    @Inject
    Database database;

    @BeforeEach
    void prepare() {
        key = Thing.secret(user, "KEY").known();
    }

    @Test
    void whatWasAgreedToIsActiveFromTheBeginningOnRecord() {
        String consent = give(Map.of("variables", Map.of(key.id(), "BUILD_KEY")));

        var opened = SessionApi.platform().post("/v1/sessions", Map.of("user", user, "agent", AGENT)).statusCode(201)
                .body("standingConsents.id", contains(consent)).body("standingConsents.outcome", contains("activated"))
                .body("session.activeCount", equalTo(1)).body("session.revision", equalTo(1));

        String session = opened.extract().path("session.id");
        assertThat(SessionApi.grant(session).<List<String>>path("items.variable")).containsExactly("BUILD_KEY");
        assertThat(database.records(session)).contains("standing-consent.used success", "activation.confirmed success standing-consent");
        assertThat(database.events("sessions.v1", session)).endsWith("session.activations-changed");
        person.get(PATH + "/" + consent).statusCode(200).body("status", equalTo("active")).body("uses.session", contains(session))
                .body("uses.outcome", contains("activated")).body("activate.name", contains("KEY"));
    }

    @Test
    void sessionsOfOtherAgentsPeopleAndOrganizationsBeginWithout() {
        give(Map.of());

        for (Map<String, String> wish : List.of(Map.of("user", user), Map.of("user", user, "agent", "another"),
                Map.of("user", SessionApi.newUser(), "agent", AGENT), Map.of("user", user, "agent", AGENT, "organization", "acme")))
            SessionApi.platform().post("/v1/sessions", wish).statusCode(201).body("standingConsents", nullValue())
                    .body("session.activeCount", equalTo(0));
    }

    @Test
    void whatDiffersFromWhatWasAgreedToIsNotActivated() {
        String consent = give(Map.of());
        for (Thing changed : List.of(key.atEpoch(2), key.as("OTHER"), key.in(Environment.PRODUCTION), key.in(Environment.STAGING),
                key.being("compromised"), key.ownedBy(Owner.user("somebody-else")))) {
            changed.known();
            var opened = begin();

            assertThat(opened.<List<String>>path("standingConsents.outcome")).containsExactly("set-changed");
            String session = opened.path("session.id");
            assertThat(SessionApi.activeIds(session)).isEmpty();
            assertThat(database.records(session)).contains("standing-consent.used denied set-changed");
        }
        key.known();
        assertThat(begin().<List<String>>path("standingConsents.outcome")).containsExactly("activated");
        person.get(PATH + "/" + consent).body("uses.size()", equalTo(7)).body("uses[0].outcome", equalTo("activated"))
                .body("uses[1].outcome", equalTo("set-changed"));
    }

    @Test
    void oneThingOfSeveralThatChangedKeepsAllOfThemOut() {
        var other = Thing.secret(user, "OTHER").known();
        give(Map.of("activate", List.of(key.id(), other.id())));
        Owners.lose(other.id());

        assertThat(SessionApi.activeIds(begin().path("session.id"))).isEmpty();
    }

    @Test
    void productionIsNeverAgreedToInAdvance() {
        key.in(Environment.PRODUCTION).known();

        post(person, Map.of()).statusCode(422).body("errors[0].field", equalTo("activate[0]")).body("errors[0].code",
                equalTo("production-not-in-advance"));
    }

    @Test
    void aSessionBeginsAlsoWhileTheOwnersAreAwayAndSaysSo() {
        String consent = give(Map.of());
        Owners.away(Source.VAULT);
        Response opened;
        try {
            opened = begin();
        } finally {
            Owners.back(Source.VAULT);
        }

        assertThat(opened.<List<String>>path("standingConsents.outcome")).containsExactly("owner-away");
        String session = opened.path("session.id");
        assertThat(SessionApi.activeIds(session)).isEmpty();
        assertThat(database.records(session)).contains("standing-consent.used denied owner-away");
        person.get(PATH + "/" + consent).body("uses.outcome", contains("owner-away"));
    }

    @Test
    void creatingTheSameSessionAgainCatchesUpOnceTheOwnersAreBack() {
        give(Map.of());
        String attempt = UUID.randomUUID().toString();
        Owners.away(Source.VAULT);
        try {
            assertThat(begin(attempt).<List<String>>path("standingConsents.outcome")).containsExactly("owner-away");
        } finally {
            Owners.back(Source.VAULT);
        }

        var again = begin(attempt);
        assertThat(again.<List<String>>path("standingConsents.outcome")).containsExactly("activated");
        assertThat(begin(attempt).<List<String>>path("standingConsents")).isNull();
        assertThat(database.records(again.path("session.id"))).containsOnlyOnce("standing-consent.used success");
    }

    @Test
    void whatIsAgreedToLaterIsForLaterSessions() {
        String attempt = UUID.randomUUID().toString();
        begin(attempt);
        give(Map.of());

        assertThat(begin(attempt).<List<String>>path("standingConsents")).isNull();
    }

    @Test
    void revokingItEndsWhatIsActiveByItAndNothingElse() {
        String consent = give(Map.of());
        String session = begin().path("session.id");
        var own = Thing.secret(user, "OWN").known();
        person.activate(session, own.id());

        given().auth().oauth2(TestTokens.user(user)).delete(PATH + "/" + consent).then().statusCode(204);
        given().auth().oauth2(TestTokens.user(user)).delete(PATH + "/" + consent).then().statusCode(204);

        assertThat(SessionApi.activeIds(session)).containsExactly(own.id());
        assertThat(begin().<List<String>>path("standingConsents")).isNull();
        assertThat(database.records(session)).contains("activation.deactivated success consent-revoked");
        assertThat(ofConsent(consent)).containsExactly("standing-consent.granted", "standing-consent.used", "standing-consent.revoked");
        person.get(PATH + "/" + consent).body("status", equalTo("revoked")).body("revokedAt", notNullValue());
    }

    @Test
    void revokingAgainstBeginningLeavesNothingActive() throws Exception {
        for (int round = 0; round < 10; round++) {
            String consent = give(Map.of());
            try (var threads = Executors.newFixedThreadPool(2)) {
                var began = threads.submit(() -> begin());
                var revoked = threads.submit(() -> given().auth().oauth2(TestTokens.user(user)).delete(PATH + "/" + consent).statusCode());
                assertThat(revoked.get()).isEqualTo(204);
                assertThat(SessionApi.activeIds(began.get().path("session.id"))).isEmpty();
            }
        }
    }

    @Test
    void nothingOutlivesTheConsentOrItsDuration() {
        give(Map.of("until", Instant.now().plus(Duration.ofMinutes(30)).toString()));
        var brief = Thing.secret(user, "BRIEF").known();
        give(Map.of("activate", List.of(brief.id()), "duration", "PT10M"));

        String session = begin().path("session.id");

        assertThat(remaining(session, key)).isCloseTo(Duration.ofMinutes(30).toSeconds(), within(60L));
        assertThat(remaining(session, brief)).isCloseTo(Duration.ofMinutes(10).toSeconds(), within(60L));
    }

    @Test
    void anExpiredConsentIsNotUsed() {
        String consent = give(Map.of());
        database.execute(
                "update standing_consent set created_at = now() - interval '2 days', active_until = now() - interval '1 day' where id = ?",
                consent);

        assertThat(begin().<List<String>>path("standingConsents")).isNull();
        person.get(PATH + "/" + consent).body("status", equalTo("expired"));
    }

    @Test
    void twoConsentsForOneVariableDoNotBothCount() {
        var rival = Thing.secret(user, "RIVAL").as("KEY").known();
        give(Map.of());
        give(Map.of("activate", List.of(rival.id())));

        var opened = begin();

        assertThat(opened.<List<String>>path("standingConsents.outcome")).containsExactly("activated", "variable-conflict");
        assertThat(SessionApi.activeIds(opened.path("session.id"))).containsExactly(key.id());
        post(person, Map.of("activate", List.of(key.id(), rival.id()))).statusCode(409).body("code", equalTo("variable-conflict"));
    }

    @Test
    void whatAnOrganizationOwnsIsForItsMembersAndForEightHours() {
        String organization = "org-" + UUID.randomUUID();
        var shared = Thing.secret(user, "SHARED").ownedBy(Owner.organization(organization)).known();
        var member = SessionApi.with(TestTokens.person(user).with("organizations", Map.of(organization, "member")).text());
        Map<String, Object> wish = Map.of("organization", organization, "activate", List.of(shared.id()), "until",
                Instant.now().plus(Duration.ofHours(7)).toString());

        post(person, wish).statusCode(403).body("code", equalTo("not-a-member"));
        post(member, with(wish, "until", Instant.now().plus(Duration.ofHours(9)).toString())).statusCode(422).body("errors[0].field",
                equalTo("until"));
        post(member, Map.of("activate", List.of(shared.id()))).statusCode(422).body("errors[0].code", equalTo("unknown-secret"));
        post(member, wish).statusCode(201);

        Map<String, ?> session = Map.of("user", user, "agent", AGENT, "organization", organization);
        assertThat(SessionApi.open(session).<List<String>>path("standingConsents.outcome")).containsExactly("activated");
        SessionApi.platform().post("/v1/members/removals", Map.of("organization", organization, "user", user)).statusCode(200)
                .body("deactivated", equalTo(1));
        assertThat(SessionApi.open(session).<List<String>>path("standingConsents.outcome")).containsExactly("not-a-member");
    }

    @Test
    void onlyAPersonAtAnInteractiveClientGivesIt() {
        String session = SessionApi.session(user);
        Map<String, Object> body = body(Map.of());
        for (String token : List.of(TestTokens.agent(new SessionId(session)), TestTokens.sandbox(new SessionId(session), 1),
                TestTokens.platform(), TestTokens.service("sandbox-injector"), TestTokens.operator()))
            SessionApi.with(token).post(PATH, body).statusCode(403);
        SessionApi.with(TestTokens.person(user).withClient("some-platform").text()).post(PATH, body).statusCode(403).body("code",
                equalTo("interactive-sign-in-required"));
        given().contentType("application/json").body(body).post(PATH).then().statusCode(401);
    }

    @Test
    void othersNeitherSeeNorRevokeNorGiveForIt() {
        String consent = give(Map.of());
        SessionApi.user("carol").get(PATH + "/" + consent).statusCode(404);
        SessionApi.user("carol").get(PATH).statusCode(200).body("items.id",
                org.hamcrest.Matchers.not(org.hamcrest.Matchers.hasItem(consent)));
        given().auth().oauth2(TestTokens.user("carol")).delete(PATH + "/" + consent).then().statusCode(404);
        given().auth().oauth2(TestTokens.platform()).delete(PATH + "/" + consent).then().statusCode(403);
        given().delete(PATH + "/" + consent).then().statusCode(401);
        post(SessionApi.user("carol"), Map.of()).statusCode(422).body("errors[0].code", equalTo("unknown-secret"));
    }

    @Test
    void theyAreListedNewestFirstAndByAgent() {
        String first = give(Map.of());
        String second = give(Map.of("agent", "another"));

        person.get(PATH).statusCode(200).body("items.id", contains(second, first)).body("items[0].uses", nullValue());
        String next = person.get(PATH, "limit", 1).body("items.id", contains(second)).extract().path("next");
        person.get(PATH, "limit", 1, "cursor", next).body("items.id", contains(first));
        person.get(PATH, "agent", AGENT).body("items.id", contains(first));
    }

    @Test
    void givingTheSameTwiceUnderOneKeyGivesItOnce() {
        String attempt = UUID.randomUUID().toString();
        Map<String, Object> body = body(Map.of());

        String first = under(attempt, body).statusCode(201).extract().path("id");
        under(attempt, body).statusCode(201).body("id", equalTo(first));
        under(attempt, with(body, "agent", "another")).statusCode(409).body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void thereIsALimitForOneAgent() {
        for (int each = 0; each < 20; each++)
            give(Map.of());

        post(person, Map.of()).statusCode(409).body("code", equalTo("too-many-standing-consents"));
    }

    @Test
    void wrongInputIsRefused() {
        post(person, Map.of("agent", "")).statusCode(422);
        post(person, Map.of("agent", "nightly\u001b[31m")).statusCode(422);
        post(person, Map.of("agent", 5)).statusCode(422);
        post(person, Map.of("agent", "x".repeat(201))).statusCode(422);
        post(person, Map.of("activate", List.of())).statusCode(422);
        post(person, Map.of("activate", List.of("nothing"))).statusCode(422);
        post(person, Map.of("until", "tomorrow")).statusCode(422);
        post(person, Map.of("until", Instant.now().minusSeconds(60).toString())).statusCode(422);
        post(person, Map.of("until", Instant.now().plus(Duration.ofDays(91)).toString())).statusCode(422);
        post(person, Map.of("duration", "PT1S")).statusCode(422);
        post(person, Map.of("variables", Map.of(key.id(), "LD_PRELOAD"))).statusCode(422);
        post(person, Map.of("agnet", "x")).statusCode(422).body("code", equalTo("unknown-field"));
        person.get(PATH + "/nothing").statusCode(404);
    }

    private ValidatableResponse under(String attempt, Map<String, ?> body) {
        return given().auth().oauth2(TestTokens.user(user)).header("Idempotency-Key", attempt).contentType("application/json").body(body)
                .post(PATH).then();
    }

    private Response begin() {
        return SessionApi.open(Map.of("user", user, "agent", AGENT));
    }

    private Response begin(String attempt) {
        return given().auth().oauth2(TestTokens.platform()).header("Idempotency-Key", attempt).contentType("application/json")
                .body(Map.of("user", user, "agent", AGENT)).post("/v1/sessions").then().statusCode(201).extract().response();
    }

    private String give(Map<String, ?> difference) {
        return post(person, difference).statusCode(201).header("Location", matchesPattern(".*" + PATH + "/sco_[0-9a-f]{32}")).extract()
                .path("id");
    }

    private ValidatableResponse post(SessionApi who, Map<String, ?> difference) {
        return who.post(PATH, body(difference));
    }

    private Map<String, Object> body(Map<String, ?> difference) {
        Map<String, Object> body = new HashMap<>(
                Map.of("agent", AGENT, "activate", List.of(key.id()), "until", Instant.now().plus(Duration.ofDays(30)).toString()));
        body.putAll(difference);
        return body;
    }

    private static Map<String, Object> with(Map<String, ?> body, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    private long remaining(String session, Thing thing) {
        return database.count("""
                select extract(epoch from active_until - now())::bigint from activation where session_id = ? and candidate_id = ?
                and ended_at is null""", session, thing.id());
    }

    private List<String> ofConsent(String consent) {
        return database.column("""
                select data::json ->> 'type' from outbox_message where topic = 'audit-records.v1' and data::json -> 'subject' ->> 'id' = ?
                order by position""", consent);
    }
}
