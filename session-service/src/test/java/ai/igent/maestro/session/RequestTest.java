package ai.igent.maestro.session;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ai.igent.maestro.contracts.internal.Described;
import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.Source;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

@SessionTest
class RequestTest {
    private final String user = SessionApi.newUser();
    private String session;
    private String requests;

    @Inject
    Database database;

    @BeforeEach
    void prepare() {
        session = SessionApi.session(user);
        requests = "/v1/sessions/" + session + "/activation-requests";
    }

    @Test
    void aPhraseSelectsExactIdsAndEachSaysWhy() {
        var key = Thing.secret(user, "AWS_ACCESS_KEY_ID").of("aws", "AWS_DEV").in(Environment.DEVELOPMENT).known();
        Thing.secret(user, "AWS_SECRET").of("aws", "AWS_PROD").in(Environment.PRODUCTION).known();

        SessionApi.agent(session).post(requests, Map.of("phrase", "Activate AWS secrets for this session", "reason", "to deploy"))
                .statusCode(201).header("Location", matchesPattern(".*/v1/activation-requests/req_[0-9a-f]{32}"))
                .body("status", equalTo("proposed")).body("activate.id", contains(key.id()))
                .body("activate[0].why", containsString("\"aws\" is a word for aws")).body("requestedBy.kind", equalTo("agent"))
                .body("warnings.code", hasItem("production-not-named")).body("reason", equalTo("to deploy"))
                .body("duration", equalTo("PT8H"));
        assertThat(database.records(session)).contains("activation.requested success proposed");
        assertThat(database.column("select data from outbox_message where data like '%to deploy%' or data like '%for this session%'"))
                .isEmpty();
    }

    @Test
    void onlyTheUserSeesWhatConfirmsIt() {
        var key = Thing.secret(user, "KEY").known();

        String id = SessionApi.agent(session).post(requests, Map.of("activate", List.of(key.id()))).statusCode(201)
                .body("$", not(hasKey("confirmation"))).extract().path("id");

        SessionApi.agent(session).get("/v1/activation-requests/" + id).statusCode(200).body("$", not(hasKey("confirmation")));
        SessionApi.user(user).get("/v1/activation-requests/" + id).statusCode(200).body("confirmation.nonce", notNullValue())
                .body("confirmation.setHash", matchesPattern("[0-9a-f]{64}"));
        SessionApi.user(user).get(requests).statusCode(200).body("items.id", contains(id)).body("items[0].confirmation.nonce",
                notNullValue());
        SessionApi.user("carol").get("/v1/activation-requests/" + id).statusCode(404);
        SessionApi.user("carol").get(requests).statusCode(404);
        SessionApi.agent(SessionApi.session(user)).get("/v1/activation-requests/" + id).statusCode(404);
        SessionApi.with(TestTokens.platform()).get("/v1/activation-requests/" + id).statusCode(403);
    }

    @Test
    void noCacheKeepsWhatConfirmsIt() {
        var alice = SessionApi.user(user);
        var key = Thing.secret(user, "KEY").known();

        var shown = alice.post(requests, Map.of("activate", List.of(key.id()))).statusCode(201).header("Cache-Control", "no-store")
                .body("confirmation", notNullValue()).extract().response();
        alice.get(requests).statusCode(200).header("Cache-Control", "no-store");
        alice.get("/v1/activation-requests/" + shown.path("id")).statusCode(200).header("Cache-Control", "no-store");
        key.as("OTHER").known();
        var refused = alice.confirm(shown).statusCode(409).body("request.confirmation", notNullValue()).extract().response();
        assertThat(refused.headers().getValues("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void twoAccountsOfOneIntegrationAreAQuestion() {
        var work = Thing.secret(user, "GITHUB_TOKEN").of("github", "GITHUB_WORK").known();
        var home = Thing.connection(user, "GITHUB_HOME").of("prv_github", "GITHUB_HOME").known();

        SessionApi.user(user).post(requests, Map.of("phrase", "Enable the GitHub token secret")).statusCode(201)
                .body("status", equalTo("ambiguous")).body("activate", empty()).body("$", not(hasKey("confirmation")))
                .body("choices[0].options.ids.flatten().sort()", equalTo(sorted(work.id(), home.id())));
    }

    @Test
    void whatAPhraseSelectsComesWithWhatItsOwnerWarnsOf() {
        var plain = Thing.secret(user, "OPENAI_API_KEY").item();
        Owners.have(new Described.Item(plain.id(), plain.source(), plain.owner(), plain.name(), plain.variable(), plain.kind(), null, null,
                null, List.of(), 1, 1, "active", List.of(new Described.Warning("format", "It looks odd.")), null));
        Thing.secret(user, "OTHER").known();

        SessionApi.user(user).post(requests, Map.of("phrase", "activate OPENAI_API_KEY")).statusCode(201)
                .body("activate.id", contains(plain.id())).body("warnings.code", contains("format"))
                .body("warnings[0].detail", equalTo("OPENAI_API_KEY: It looks odd."));
    }

    @Test
    void aTimeThatConsentCannotLastProposesNothing() {
        Thing.secret(user, "AWS_ACCESS_KEY_ID").of("aws", "AWS_DEV").in(Environment.DEVELOPMENT).known();

        for (String time : List.of("0 minutes", "-5 minutes", "31 days", "a few minutes"))
            SessionApi.user(user).post(requests, Map.of("phrase", "activate aws for " + time)).statusCode(201)
                    .body("status", equalTo("no-match")).body("activate", empty()).body("choices", empty())
                    .body("warnings.code", hasItem("duration-unusable"));
    }

    @Test
    void aPhraseThatMatchesNothingSaysSo() {
        SessionApi.user(user).post(requests, Map.of("phrase", "activate the frobnicator")).statusCode(201)
                .body("status", equalTo("no-match")).body("warnings.code", contains("nothing-matched"));
    }

    @Test
    void howLongReadingAPhraseTakesIsMeasured() {
        SessionApi.user(user).post(requests, Map.of("phrase", "activate the frobnicator")).statusCode(201);

        given().get("/q/metrics").then().statusCode(200)
                .body(matchesPattern("(?s).*\nmaestro_phrase_reading_seconds_count\\{[^}]*} [1-9].*"));
    }

    @Test
    void aNewerRequestSupersedesTheOpenOne() {
        var key = Thing.secret(user, "KEY").known();
        String first = SessionApi.user(user).requestIds(session, key.id()).path("id");
        SessionApi.user(user).requestIds(session, key.id());

        SessionApi.user(user).get("/v1/activation-requests/" + first).body("status", equalTo("superseded"));
        SessionApi.user(user).get(requests).body("items.status", contains("proposed", "superseded"));
    }

    @Test
    void aRequestExpires() {
        String id = SessionApi.user(user).requestIds(session, Thing.secret(user, "KEY").known().id()).path("id");
        database.execute("update activation_request set expires_at = now() - interval '1 second' where id = ?", id);

        SessionApi.user(user).get("/v1/activation-requests/" + id).body("status", equalTo("expired")).body("confirmation", equalTo(null));
    }

    @Test
    void whatTheSessionsUserDoesNotHaveIsUnknownAndWhatIsUnusableIsNamed() {
        var foreign = Thing.secret(SessionApi.newUser(), "FOREIGN").known();
        var ofCompany = Thing.secret(user, "SHARED").ownedBy(Owner.organization("acme")).known();
        var leaked = Thing.secret(user, "LEAKED").being("compromised").known();

        for (Thing unknown : List.of(foreign, ofCompany, Thing.secret(user, "NOWHERE")))
            SessionApi.user(user).post(requests, Map.of("activate", List.of(unknown.id()))).statusCode(422)
                    .body("errors[0].code", equalTo("unknown-secret")).body("errors[0].field", equalTo("activate[0]"));
        SessionApi.user(user).post(requests, Map.of("activate", List.of(leaked.id()))).statusCode(422)
                .body("errors[0].code", equalTo("not-activatable"));
        SessionApi.user(user).post(requests, Map.of("deactivate", List.of(leaked.id()))).statusCode(422);
    }

    @Test
    void anOwnerServiceAwayIsSaidClearly() {
        var key = Thing.secret(user, "KEY").known();
        Owners.away(Source.OAUTH);
        try {
            SessionApi.user(user).post(requests, Map.of("phrase", "activate everything")).statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("oauth-service-unavailable"));
            SessionApi.user(user).get("/v1/sessions/" + session + "/secrets").statusCode(503);
            SessionApi.user(user).post(requests, Map.of("activate", List.of(key.id()))).statusCode(201);
        } finally {
            Owners.back(Source.OAUTH);
        }
    }

    @Test
    void aDeniedRequestIsOnRecordAndCannotBeConfirmed() {
        var shown = SessionApi.user(user).requestIds(session, Thing.secret(user, "KEY").known().id());

        SessionApi.user(user).post("/v1/activation-requests/" + shown.path("id") + "/deny", Map.of("reason", "not today")).statusCode(200)
                .body("status", equalTo("denied"));

        SessionApi.user(user).confirm(shown).statusCode(409).body("code", equalTo("request-denied"));
        SessionApi.user(user).post("/v1/activation-requests/" + shown.path("id") + "/deny", Map.of()).statusCode(409);
        SessionApi.agent(session).post("/v1/activation-requests/" + shown.path("id") + "/deny", Map.of()).statusCode(403);
        SessionApi.user("carol").post("/v1/activation-requests/" + shown.path("id") + "/deny", Map.of()).statusCode(404);
        assertThat(database.records(session)).contains("activation.denied success");
    }

    @Test
    void whatIsNoWishIsRefused() {
        var both = Map.of("phrase", "activate aws", "activate", List.of("sec_" + "0".repeat(32)));
        for (Map<String, ?> wish : List.<Map<String, ?>>of(Map.of(), both, Map.of("activate", List.of()), Map.of("phrase", ""),
                Map.of("phrase", "a\u0000b"),
                Map.of("activate", List.of("sec_x")), Map.of("activate", "sec_" + "0".repeat(32)), Map.of("phrase", 5),
                Map.of("phrase", "activate aws", "duration", "PT1S"), Map.of("phrase", "x".repeat(501)),
                Map.of("activate", List.of("sec_" + "0".repeat(32)), "variables", Map.of("sec_" + "0".repeat(32), "PATH"))))
            SessionApi.user(user).post(requests, wish).statusCode(422).body("code", notNullValue());
    }

    @Test
    void aVariableForWhatIsNotAskedForIsRefused() {
        var key = Thing.secret(user, "KEY").known();

        SessionApi.user(user).post(requests, Map.of("activate", List.of(key.id()), "variables", Map.of("sec_" + "1".repeat(32), "OTHER")))
                .statusCode(422).body("code", equalTo("invalid"));
    }

    private static List<String> sorted(String... ids) {
        return List.of(ids).stream().sorted().toList();
    }
}
