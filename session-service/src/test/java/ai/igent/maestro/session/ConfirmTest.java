package ai.igent.maestro.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.restassured.response.Response;

import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.Source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

@SessionTest
class ConfirmTest {
    private final String user = SessionApi.newUser();
    private final SessionApi alice = SessionApi.user(user);
    private String session;

    @Inject
    Database database;

    @BeforeEach
    void prepare() {
        session = SessionApi.session(user);
    }

    @Test
    void confirmingActivatesExactlyWhatWasShownAndIsPendingUntilASandboxHasIt() {
        var key = Thing.secret(user, "KEY").atEpoch(3).known();
        var shown = alice.requestIds(session, key.id());

        alice.confirm(shown).statusCode(202).header("Location", endsWith("/v1/sessions/" + session)).body("revision", equalTo(1))
                .body("status", equalTo("pending"));

        var grant = SessionApi.grant(session);
        assertThat(grant.<List<String>>path("items.id")).containsExactly(key.id());
        assertThat(grant.<List<Integer>>path("items.epoch")).containsExactly(3);
        assertThat(grant.<List<String>>path("items.mode")).containsExactly("value");
        alice.get("/v1/activation-requests/" + shown.path("id")).body("status", equalTo("confirmed"));
        alice.get("/v1/sessions/" + session).body("activeCount", equalTo(1)).body("revision", equalTo(1)).body("appliedRevision",
                equalTo(0));
        assertThat(database.records(session)).filteredOn(record -> record.startsWith("activation.confirmed")).hasSize(2);
        assertThat(database.events("sessions.v1", session)).endsWith("session.activations-changed");
    }

    @Test
    void itIsAppliedAsSoonAsTheInjectorReportsTheRevision() throws Exception {
        var shown = alice.requestIds(session, Thing.secret(user, "KEY").known().id());
        try (var threads = Executors.newSingleThreadExecutor()) {
            var answer = threads.submit(() -> alice.confirm(shown));
            for (Instant end = Instant.now().plusSeconds(10); SessionApi.activeIds(session).isEmpty();)
                assertThat(Instant.now()).isBefore(end);
            SessionApi.report(session, 1);
            answer.get().statusCode(200).body("status", equalTo("applied")).body("revision", equalTo(1));
        }
        alice.get("/v1/sessions/" + session).body("appliedRevision", equalTo(1));
    }

    @Test
    void onlyAPersonAtAnInteractiveClientConfirms() {
        var shown = alice.requestIds(session, Thing.secret(user, "KEY").known().id());
        String path = "/v1/activation-requests/" + shown.path("id") + "/confirm";
        var word = SessionApi.confirmation(shown);

        SessionApi.agent(session).post(path, word).statusCode(403);
        SessionApi.platform().post(path, word).statusCode(403);
        SessionApi.injector().post(path, word).statusCode(403);
        SessionApi.with(TestTokens.person(user).withClient("some-platform").text()).post(path, word).statusCode(403)
                .body("code", equalTo("interactive-sign-in-required"));
        SessionApi.with(TestTokens.person(user).withRoles(List.of("platform")).text()).post(path, word).statusCode(403);
        SessionApi.user("carol").post(path, word).statusCode(404);
        assertThat(SessionApi.activeIds(session)).isEmpty();
    }

    @Test
    void aConfirmationCountsOnce() {
        var shown = alice.requestIds(session, Thing.secret(user, "KEY").known().id());
        alice.confirm(shown).statusCode(202);

        alice.confirm(shown).statusCode(409).body("code", equalTo("request-confirmed"));

        assertThat(revision()).isEqualTo(1);
    }

    @Test
    void ofTwoConfirmationsAtOnceOneWins() throws Exception {
        var shown = alice.requestIds(session, Thing.secret(user, "KEY").known().id());

        assertThat(atOnce(() -> alice.confirm(shown).extract(), () -> alice.confirm(shown).extract())).containsExactlyInAnyOrder(202, 409);

        assertThat(revision()).isEqualTo(1);
        assertThat(SessionApi.activeIds(session)).hasSize(1);
    }

    @Test
    void anotherNonceOrHashConfirmsNothing() {
        var shown = alice.requestIds(session, Thing.secret(user, "KEY").known().id());
        String path = "/v1/activation-requests/" + shown.path("id") + "/confirm";

        alice.post(path, Map.of("nonce", "guessed", "setHash", shown.path("confirmation.setHash"))).statusCode(409)
                .body("code", equalTo("wrong-nonce"));
        alice.post(path, Map.of("nonce", shown.path("confirmation.nonce"), "setHash", "0".repeat(64))).statusCode(409)
                .body("code", equalTo("set-changed"));
        assertThat(SessionApi.activeIds(session)).isEmpty();
    }

    @Test
    void everyRefusalIsOnRecord() {
        var production = Thing.secret(user, "KEY").in(Environment.PRODUCTION).known();
        var rival = Thing.secret(user, "RIVAL").as("KEY").known();
        var shown = alice.requestIds(session, production.id());
        String path = "/v1/activation-requests/" + shown.path("id") + "/confirm";
        SessionApi.with(TestTokens.person(user).withClient("some-platform").text()).post(path, SessionApi.confirmation(shown))
                .statusCode(403);
        alice.post(path, Map.of("nonce", "guessed", "setHash", shown.path("confirmation.setHash"))).statusCode(409);
        alice.confirm(shown).statusCode(409);
        alice.confirm(shown, "production").statusCode(202);
        alice.confirm(shown, "production").statusCode(409);
        alice.confirm(alice.requestIds(session, rival.id())).statusCode(409);
        var last = alice.requestIds(session, rival.id());
        alice.post("/v1/sessions/" + session + "/end").statusCode(200);
        alice.confirm(last).statusCode(409);

        assertThat(database.records(session)).filteredOn(record -> record.startsWith("activation.refused")).containsExactly(
                "activation.refused denied interactive-sign-in-required", "activation.refused denied wrong-nonce",
                "activation.refused denied acknowledgement-required", "activation.refused denied request-confirmed",
                "activation.refused denied variable-conflict", "activation.refused denied session-ended");
    }

    @Test
    void whatChangedMeanwhileIsShownAgainInsteadOfActivated() {
        var key = Thing.secret(user, "KEY").known();
        for (Thing changed : List.of(key.atEpoch(2), key.as("OTHER"), key.in(Environment.PRODUCTION))) {
            key.known();
            var shown = alice.requestIds(session, key.id());
            changed.known();

            alice.confirm(shown).statusCode(409).body("code", equalTo("set-changed")).body("request.status", equalTo("proposed"))
                    .body("request.id", not(equalTo(shown.path("id")))).body("request.activate.id", contains(key.id()));

            alice.get("/v1/activation-requests/" + shown.path("id")).body("status", equalTo("superseded"));
        }
        assertThat(SessionApi.activeIds(session)).isEmpty();
        assertThat(database.records(session)).contains("activation.refused denied set-changed");
    }

    @Test
    void aFreshRequestCanBeConfirmed() {
        var key = Thing.secret(user, "KEY").known();
        var shown = alice.requestIds(session, key.id());
        key.as("OTHER").known();
        Response refused = alice.confirm(shown).statusCode(409).extract().response();

        alice.post("/v1/activation-requests/" + refused.path("request.id") + "/confirm",
                Map.of("nonce", refused.path("request.confirmation.nonce"), "setHash", refused.path("request.confirmation.setHash")))
                .statusCode(202);

        assertThat(SessionApi.grant(session).<List<String>>path("items.variable")).containsExactly("OTHER");
    }

    @Test
    void whatIsGoneOrUnusableMeanwhileIsNotActivated() {
        var key = Thing.secret(user, "KEY").known();
        var shown = alice.requestIds(session, key.id());
        Owners.lose(key.id());

        alice.confirm(shown).statusCode(409).body("code", equalTo("set-changed")).body("request.status", equalTo("no-match"))
                .body("request.activate", hasSize(0));
        assertThat(SessionApi.activeIds(session)).isEmpty();
    }

    @Test
    void nothingIsConfirmedWhileItsOwnerServiceIsAway() {
        var shown = alice.requestIds(session, Thing.secret(user, "KEY").known().id());
        Owners.away(Source.VAULT);
        try {
            alice.confirm(shown).statusCode(503).body("code", equalTo("vault-service-unavailable"));
        } finally {
            Owners.back(Source.VAULT);
        }
        assertThat(SessionApi.activeIds(session)).isEmpty();
        alice.confirm(shown).statusCode(202);
    }

    @Test
    void productionNeedsItsOwnWord() {
        var shown = alice.requestIds(session, Thing.secret(user, "KEY").in(Environment.PRODUCTION).known().id());

        alice.confirm(shown).statusCode(409).body("code", equalTo("acknowledgement-required")).body("required", contains("production"));
        alice.confirm(shown, "production").statusCode(202);

        assertThat(database.records(session)).contains("activation.confirmed success production");
    }

    @Test
    void productionBesideOtherEnvironmentsNeedsAnotherWord() {
        alice.activate(session, Thing.secret(user, "DEV").in(Environment.DEVELOPMENT).known().id());
        var shown = alice.requestIds(session, Thing.secret(user, "PROD").in(Environment.PRODUCTION).known().id());

        alice.confirm(shown, "production").statusCode(409).body("required", contains("mixed-environments"));
        alice.confirm(shown).statusCode(409).body("required", containsInAnyOrder("production", "mixed-environments"));
        alice.confirm(shown, "production", "mixed-environments").statusCode(202);

        assertThat(database.records(session)).contains("activation.confirmed success production,mixed-environments");
    }

    @Test
    void twoThingsForOneVariableAreRefusedNamingBoth() {
        var first = Thing.secret(user, "FIRST").as("TOKEN").known();
        var second = Thing.secret(user, "SECOND").as("TOKEN").known();
        alice.activate(session, first.id());
        var shown = alice.requestIds(session, second.id());

        assertThat(shown.<List<String>>path("conflicts.variable")).containsExactly("TOKEN");
        alice.confirm(shown).statusCode(409).body("code", equalTo("variable-conflict")).body("detail", containsString("FIRST, SECOND"))
                .body("conflicts[0].ids", contains(first.id(), second.id()));

        var renamed = alice.request(session, Map.of("activate", List.of(second.id()), "variables", Map.of(second.id(), "OTHER_TOKEN")));
        alice.confirm(renamed).statusCode(202);
        assertThat(SessionApi.grant(session).<List<String>>path("items.variable")).containsExactlyInAnyOrder("TOKEN", "OTHER_TOKEN");
    }

    @Test
    void aVariableCanChangeHandsInOneConfirmation() {
        var first = Thing.secret(user, "FIRST").as("TOKEN").known();
        var second = Thing.secret(user, "SECOND").as("TOKEN").known();
        alice.activate(session, first.id());

        alice.confirm(alice.request(session, Map.of("activate", List.of(second.id()), "deactivate", List.of(first.id())))).statusCode(202);

        assertThat(SessionApi.activeIds(session)).containsExactly(second.id());
    }

    @Test
    void confirmingAgainRenewsConsent() {
        var key = Thing.secret(user, "KEY").known();
        alice.activate(session, key.id());
        alice.activate(session, key.id());

        assertThat(SessionApi.activeIds(session)).containsExactly(key.id());
        assertThat(database.records(session)).contains("activation.deactivated success replaced");
    }

    @Test
    void consentLastsEightHoursUnlessSaidOtherwiseAndNeverBeyondTheSession() {
        var usual = Thing.secret(user, "USUAL").known();
        var brief = Thing.secret(user, "BRIEF").known();
        var endless = Thing.secret(user, "ENDLESS").known();
        alice.activate(session, usual.id());
        alice.confirm(alice.request(session, Map.of("activate", List.of(brief.id()), "duration", "PT10M"))).statusCode(202);
        alice.confirm(alice.request(session, Map.of("activate", List.of(endless.id()), "duration", "P20D"))).statusCode(202);

        assertThat(remaining(usual)).isCloseTo(Duration.ofHours(8), Duration.ofMinutes(1));
        assertThat(remaining(brief)).isCloseTo(Duration.ofMinutes(10), Duration.ofMinutes(1));
        assertThat(remaining(endless)).isCloseTo(Duration.ofHours(24), Duration.ofMinutes(1));
    }

    @Test
    void anOrganizationsSecretIsConfirmedByItsMembersForAtMostEightHours() {
        String companySession = SessionApi.open(Map.of("user", user, "organization", "acme")).path("session.id");
        var shared = Thing.secret(user, "SHARED").ownedBy(Owner.organization("acme")).known();
        var shown = alice.request(companySession, Map.of("activate", List.of(shared.id()), "duration", "PT20H"));

        alice.confirm(shown).statusCode(403).body("code", equalTo("not-a-member"));
        var member = SessionApi.with(TestTokens.person(user).with("organizations", Map.of("acme", "member")).text());
        member.confirm(shown).statusCode(202);

        assertThat(remaining(shared)).isCloseTo(Duration.ofHours(8), Duration.ofMinutes(1));
    }

    @Test
    void fiveHundredThingsAreActiveAtOnceAtMost() {
        for (int hundred = 0; hundred < 5; hundred++) {
            String prefix = "KEY_" + hundred + "_";
            alice.activate(session,
                    IntStream.range(0, 100).mapToObj(at -> Thing.secret(user, prefix + at).known().id()).toArray(String[]::new));
        }
        var oneMore = Thing.secret(user, "ONE_MORE").known();
        String first = SessionApi.activeIds(session).getFirst();

        var shown = alice.requestIds(session, oneMore.id());
        assertThat(shown.<List<String>>path("warnings.code")).containsExactly("too-many-active");
        alice.confirm(shown).statusCode(409).body("code", equalTo("too-many-active"));
        alice.confirm(alice.request(session, Map.of("activate", List.of(oneMore.id()), "deactivate", List.of(first)))).statusCode(202);

        assertThat(SessionApi.activeIds(session)).hasSize(500).contains(oneMore.id()).doesNotContain(first);
    }

    @Test
    void confirmationAgainstDeactivationLeavesOneOrTheOther() throws Exception {
        var key = Thing.secret(user, "KEY").known();
        alice.activate(session, key.id());
        var other = Thing.secret(user, "OTHER").known();
        var shown = alice.requestIds(session, other.id());

        atOnce(() -> alice.confirm(shown).extract(),
                () -> alice.post("/v1/sessions/" + session + "/deactivations", Map.of("all", true)).extract());

        assertThat(revision()).isBetween(2L, 3L);
        assertThat(SessionApi.activeIds(session)).doesNotContain(key.id());
    }

    @Test
    void theEndOfASessionAgainstAConfirmationLeavesNothingActive() throws Exception {
        var shown = alice.requestIds(session, Thing.secret(user, "KEY").known().id());

        var answers = atOnce(() -> alice.confirm(shown).extract(), () -> alice.post("/v1/sessions/" + session + "/end").extract());

        assertThat(answers.get(0)).isIn(202, 409);
        SessionApi.refusesTheInjector(session);
        assertThat(database.count("select count(*) from activation where session_id = ? and ended_at is null", session)).isZero();
    }

    private List<Integer> atOnce(Callable<io.restassured.response.ExtractableResponse<Response>> one,
            Callable<io.restassured.response.ExtractableResponse<Response>> other) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            return threads.invokeAll(List.of(one, other)).stream().map(future -> future.resultNow().statusCode()).toList();
        }
    }

    private long revision() {
        return database.count("select revision from session where id = ?", session);
    }

    private Duration remaining(Thing thing) {
        return Duration.ofSeconds(database.count(
                "select extract(epoch from active_until - now())::bigint from activation where candidate_id = ? and ended_at is null",
                thing.id()));
    }
}
