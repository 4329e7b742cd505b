package ai.igent.maestro.session;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.restassured.response.ValidatableResponse;

import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.TestTokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@SessionTest
class BundleReportTest {
    private final String user = SessionApi.newUser();
    private String session;
    private Thing key;

    @Inject
    Database database;

    @BeforeEach
    void prepare() {
        session = SessionApi.session(user);
        key = Thing.secret(user, "KEY").known();
    }

    @Test
    void theAppliedRevisionOnlyRisesAndIsToldOnce() {
        SessionApi.user(user).activate(session, key.id());
        SessionApi.user(user).activate(session, Thing.secret(user, "OTHER").known().id());

        for (long revision : List.of(2L, 1L, 2L))
            report(Map.of("revision", revision, "outcome", "applied")).statusCode(204);

        SessionApi.user(user).get("/v1/sessions/" + session).body("appliedRevision", equalTo(2));
        assertThat(database.events("bundles.v1", session)).containsExactly("bundle.applied");
        assertThat(database.records(session)).containsOnlyOnce("bundle.applied success");
    }

    @Test
    void aFailureIsToldWithItsReasonsAndIsNotApplied() {
        SessionApi.user(user).activate(session, key.id());
        var failure = Map.of("revision", 1, "outcome", "failed", "failed", List.of(Map.of("id", key.id(), "code", "epoch-changed")));

        report(failure).statusCode(204);
        report(failure).statusCode(204);

        SessionApi.user(user).get("/v1/sessions/" + session).body("appliedRevision", equalTo(0));
        assertThat(database.events("bundles.v1", session)).containsExactly("bundle.failed");
        assertThat(database.records(session)).containsOnlyOnce("bundle.failed failure");
    }

    @Test
    void aRevisionTheSessionDoesNotHaveIsRefused() {
        report(Map.of("revision", 1, "outcome", "applied")).statusCode(422).body("errors[0].code", equalTo("unknown-revision"));
    }

    @Test
    void onlyTheInjectorReportsAndInItsForm() {
        String path = "/internal/v1/sessions/" + session + "/bundle-reports";
        var applied = Map.of("revision", 0, "outcome", "applied");
        for (String token : List.of(TestTokens.user(user), TestTokens.platform(), TestTokens.service("oauth-service")))
            SessionApi.with(token).post(path, applied).statusCode(403);
        SessionApi.injector().post("/internal/v1/sessions/ses_" + "0".repeat(32) + "/bundle-reports", applied).statusCode(404);
        report(Map.of("revision", "0", "outcome", "applied")).statusCode(422);
        report(Map.of("revision", 0)).statusCode(422);
        report(Map.of("revision", 0, "outcome", "perhaps")).statusCode(422);
        report(Map.of("revision", -1, "outcome", "applied")).statusCode(422);
    }

    private ValidatableResponse report(Map<String, ?> report) {
        return SessionApi.injector().post("/internal/v1/sessions/" + session + "/bundle-reports", report);
    }
}
