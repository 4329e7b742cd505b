package ai.igent.maestro.session;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.restassured.path.json.JsonPath;

import ai.igent.maestro.contracts.internal.Described;
import ai.igent.maestro.vocabulary.Source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

@SessionTest
class DiagnosisTest {
    private final String user = SessionApi.newUser();
    private final SessionApi alice = SessionApi.user(user);
    private String session;
    private String path;
    private Thing key;

    @BeforeEach
    void prepare() {
        session = SessionApi.session(user);
        path = "/v1/sessions/" + session + "/diagnosis";
        key = Thing.secret(user, "STRIPE_KEY").known();
    }

    @Test
    void followsASecretFromItsRegistrationIntoTheSandbox() {
        assertThat(statusOf("registered", "STRIPE_KEY")).isEqualTo("ok");
        assertThat(of("activated", "STRIPE_KEY")).containsEntry("status", "failed").hasEntrySatisfying("remedy",
                remedy -> assertThat(remedy.toString()).contains("activation-requests", key.id(), "/sessions/" + session + "/secrets"));

        alice.requestIds(session, key.id());
        assertThat(of("activated", "STRIPE_KEY").get("detail").toString()).contains("waits for the user's word");

        alice.activate(session, key.id());
        assertThat(statusOf("activated", "STRIPE_KEY")).isEqualTo("ok");
        assertThat(of("delivered", "STRIPE_KEY")).containsEntry("status", "warning");

        SessionApi.report(session, 1);
        assertThat(of("delivered", "STRIPE_KEY")).containsEntry("status", "ok").containsEntry("remedy", null);

        alice.post("/v1/sessions/" + session + "/deactivations", Map.of("all", true)).statusCode(200);
        assertThat(of("activated", "STRIPE_KEY").get("detail").toString()).contains("somebody deactivated it");
    }

    @Test
    void asksWhetherASimilarNameWasMeant() {
        assertThat(of("registered", "STRIPE_KYE")).containsEntry("status", "failed").hasEntrySatisfying("detail",
                detail -> assertThat(detail.toString()).contains("Did you mean STRIPE_KEY?").doesNotContain("KYE"));
        assertThat(of("registered", "frobnicator").get("detail").toString()).doesNotContain("Did you mean");
    }

    @Test
    void namesWhyARevisionCameWithoutIt() {
        var other = Thing.secret(user, "OTHER").known();
        alice.activate(session, key.id(), other.id());
        SessionApi.injector().post("/internal/v1/sessions/" + session + "/bundle-reports", Map.of("revision", 1, "outcome", "failed",
                "failed", List.of(Map.of("id", key.id(), "code", "compromised")))).statusCode(204);

        assertThat(of("delivered", "STRIPE_KEY")).containsEntry("status", "failed").hasEntrySatisfying("detail",
                detail -> assertThat(detail.toString()).contains("compromised"));
        assertThat(statusOf("delivered", "OTHER")).isEqualTo("ok");
    }

    @Test
    void tellsWhatTheOwnersSay() {
        known(key, "active", List.of(new Described.Warning("format", "The value does not look like one of this integration.")), "invalid");
        assertThat(statusOf("format", "STRIPE_KEY")).isEqualTo("warning");
        assertThat(of("verified", "STRIPE_KEY")).containsEntry("status", "failed").hasEntrySatisfying("remedy",
                remedy -> assertThat(remedy.toString()).contains("PUT /v1/secrets/" + key.id() + "/value"));
        known(key, "active", List.of(), "valid");
        assertThat(statusOf("verified", "STRIPE_KEY")).isEqualTo("ok");
        known(key, "expired", List.of(), null);
        assertThat(statusOf("verified", "STRIPE_KEY")).isEqualTo("unknown");
        assertThat(statusOf("expired", "STRIPE_KEY")).isEqualTo("failed");
        known(key, "compromised", List.of(), null);
        assertThat(statusOf("revoked", "STRIPE_KEY")).isEqualTo("failed");
        known(key, "deleted", List.of(), null);
        assertThat(of("revoked", key.id()).get("detail").toString()).contains("deleted");
    }

    @Test
    void tellsThatAConnectionNeedsItsOwnerAgainAndThatItsScopesAreNarrow() {
        var connection = Thing.connection(user, "GITHUB_TOKEN").being("reauthorization-required").known();
        assertThat(of("authorization", connection.id())).containsEntry("status", "failed").hasEntrySatisfying("remedy",
                remedy -> assertThat(remedy.toString()).contains("/reauthorize"));
        known(connection, "active", List.of(new Described.Warning("scopes-narrow", "Granted less than was asked for: repo.")), null);
        assertThat(statusOf("scopes", "GITHUB_TOKEN")).isEqualTo("warning");
        assertThat(statusOf("authorization", "GITHUB_TOKEN")).isEqualTo("ok");
    }

    @Test
    void namesWhatHoldsTheVariable() {
        var rival = Thing.secret(user, "RIVAL").as("STRIPE_KEY").known();
        alice.activate(session, rival.id());

        assertThat(of("conflicts", key.id())).containsEntry("status", "failed").hasEntrySatisfying("detail",
                detail -> assertThat(detail.toString()).contains("RIVAL is active as STRIPE_KEY"));
        assertThat(statusOf("conflicts", "RIVAL")).isEqualTo("ok");
    }

    @Test
    void answersAlsoWhileAnOwnerIsAwayAndWhenTheSessionIsOver() {
        alice.activate(session, key.id());
        Owners.away(Source.VAULT);
        try {
            assertThat(statusOf("registered", key.id())).isEqualTo("unknown");
            assertThat(statusOf("activated", key.id())).isEqualTo("ok");
        } finally {
            Owners.back(Source.VAULT);
        }
        alice.post("/v1/sessions/" + session + "/end").statusCode(200);
        assertThat(statusOf("session", key.id())).isEqualTo("failed");
        assertThat(of("activated", key.id()).get("detail").toString()).contains("the session ended");
    }

    @Test
    void withoutAQuestionItIsAboutWhatIsActiveOrRequested() {
        alice.get(path).statusCode(200).body("items", empty());
        var other = Thing.secret(user, "OTHER").known();
        Thing.secret(user, "UNUSED").known();
        alice.activate(session, key.id());
        alice.requestIds(session, other.id());

        JsonPath all = alice.get(path).statusCode(200).extract().jsonPath();
        assertThat(all.getList("items.name")).containsExactlyInAnyOrder("STRIPE_KEY", "OTHER");
    }

    @Test
    void isForTheUserAndTheAgentOfTheSession() {
        SessionApi.agent(session).get(path, "secret", "STRIPE_KEY").statusCode(200).body("items[0].id", equalTo(key.id()));
        SessionApi.agent(SessionApi.session(user)).get(path).statusCode(404);
        SessionApi.user("carol").get(path).statusCode(404);
        alice.get(path, "secret", "x".repeat(201)).statusCode(422).body("code", equalTo("invalid"));
        String strange = Thing.secret("carol", "CAROLS_KEY").known().id();
        alice.get(path, "secret", strange).statusCode(200).body("items[0].id", equalTo(null))
                .body("items[0].checks.detail.join()", containsString("Nothing that could be activated here"));
    }

    private void known(Thing thing, String status, List<Described.Warning> warnings, String verified) {
        var item = thing.item();
        Owners.have(new Described.Item(item.id(), item.source(), item.owner(), item.name(), item.variable(), item.kind(),
                item.integration(), item.account(), item.environment(), item.tags(), item.epoch(), item.version(), status, warnings, null,
                verified, verified == null ? null : Instant.parse("2026-01-01T00:00:00Z")));
    }

    private String statusOf(String check, String secret) {
        return of(check, secret).get("status").toString();
    }

    private Map<String, Object> of(String check, String secret) {
        return alice.get(path, "secret", secret).statusCode(200).extract().jsonPath()
                .getMap("items[0].checks.find { it.check == '" + check + "' }");
    }
}
