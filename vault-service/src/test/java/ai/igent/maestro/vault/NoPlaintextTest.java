package ai.igent.maestro.vault;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

import ai.igent.maestro.test.Canary;
import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.SentEvents;
import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vault.release.TestGrant;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Values go through everything the service does, while every logger says everything it can; afterwards they are looked for where they must not be, in
 * every encoding in which they could have got there.
 */
@VaultTest
@TestProfile(NoPlaintextTest.EveryWordIsLogged.class)
class NoPlaintextTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final VaultApi OPERATOR = VaultApi.with(TestTokens.operator());

    private final Canary canary = Canary.awkward("vault");
    private final LogWatch log = new LogWatch(canary);
    private final StringBuilder answers = new StringBuilder();
    private final VaultApi user = VaultApi.as("canary-keeper");

    @Inject
    Database database;

    @BeforeEach
    void listenToEverything() {
        log.start();
    }

    @AfterEach
    void stopListening() {
        log.stop();
    }

    @Test
    void noValueIsInAnyTableTopicLogMetricOrError() {
        String id = user.request().header("Idempotency-Key", "kept").body(Map.of("name", "KEPT", "value", canary.text()))
                .post("/v1/secrets").then().statusCode(201).extract().path("id");
        changed(id);
        tried();
        refused();
        imported();
        leaked(id);
        moved(id);
        released(id);
        ended(id);

        assertFree(answers.toString());
        assertFree(database.dump());
        var sent = SentEvents.ofThisJvm();
        sent.await("secrets.v1", event -> event.subject().equals(id) && event.type().equals("secret.purged"));
        assertFree(sent.all("secrets.v1").toString() + sent.all("audit-records.v1"));
        assertFree(given().get("/q/metrics").then().statusCode(200).extract().asString());
        assertFree(given().get("/q/openapi").asString());
        assertThat(log.records()).isGreaterThan(1000);
        assertThat(log.leaks()).isEmpty();
    }

    @Test
    void whatIsReleasedOnPurposeWouldBeFound() {
        String id = user.register("FOUND", canary.text());

        assertThat(canary.isIn(user.request().post("/v1/secrets/" + id + "/reveal").asString())).isTrue();
    }

    private void changed(String id) {
        String path = "/v1/secrets/" + id;
        keep(user.put(path + "/value", Map.of("value", canary.text() + "-2", "reason", "rotated")).statusCode(200).extract().response());
        keep(user.patch(path, Map.of("environment", "staging", "tags", List.of("kept"))).statusCode(200).extract().response());
        keep(user.post("/v1/secret-sets", Map.of("integration", "custom", "values", Map.of("A_VARIABLE", canary.text()))).statusCode(201)
                .extract().response());
        keep(user.get("/v1/secrets?query=kept").statusCode(200).extract().response());
        keep(user.get(path + "/versions").statusCode(200).extract().response());
        keep(user.request().post(path + "/versions/1/restore"));
        keep(user.request().post(path + "/verify"));
    }

    /** The drivers of databases have logs of their own. */
    private void tried() {
        Map.of("DATABASE_URL", "postgresql", "MYSQL_URL", "mysql", "MONGODB_URI", "mongodb").forEach((variable, scheme) -> {
            String url = scheme + "://" + canary.core() + ":" + canary.core() + "@127.0.0.1:1/" + canary.core() + "?" + canary.core()
                    + "=1";
            String id = user.register(Map.of("name", "TRIED", "variable", variable, "value", url, "account", scheme));
            keep(user.request().post("/v1/secrets/" + id + "/verify"));
        });
    }

    private void refused() {
        for (Object body : List.of(Map.of("name", "KEPT", "value", canary.text()), Map.of("name", canary.text() + "!", "value", "x"),
                Map.of("name", "A", "value", List.of(canary.text())), Map.of("name", "A", "value", "x", "kind", canary.text()),
                Map.of("name", "A", "value", "x", "expiresAt", canary.text()), Map.of(canary.text(), "x"), Map.of(canary.core(), "x"),
                "{\"name\":\"A\",\"value\":\"" + canary.text(), "{\"name\":\"A\",\"value\":" + canary.text() + "}"))
            keep(user.post("/v1/secrets", body).extract().response());
        keep(user.request().header("Idempotency-Key", "kept").body(Map.of("name", "OTHER", "value", canary.text())).post("/v1/secrets"));
        keep(user.request().header("If-Match", canary.core()).body(Map.of("value", canary.text())).put("/v1/secrets/none/value"));
    }

    private void imported() {
        for (String file : List.of("IMPORTED=" + canary.core(), "IMPORTED=" + canary.core() + "-2", canary.text(), "OPEN='" + canary.text(),
                "AFTER='x' " + canary.text(), "IMPORTED='" + canary.text() + "'\nKEPT=" + canary.text()))
            for (String query : List.of("?dryRun=true", "", "?overwrite=true"))
                keep(user.request().header("Idempotency-Key", "import-" + answers.length()).contentType("text/x-dotenv").body(file)
                        .post("/v1/secrets/import" + query));
    }

    private void leaked(String id) {
        String path = "/v1/secrets/" + id;
        var stale = VaultApi.with(TestTokens.person("canary-keeper").withSignInAt(Instant.EPOCH).text());
        user.request().post(path + "/reveal").then().statusCode(200);
        keep(user.request().post(path + "/report-leak"));
        keep(stale.request().post(path + "/reveal"));
        keep(user.put(path + "/value", Map.of("value", canary.text())).statusCode(409).extract().response());
        keep(user.request().post(path + "/versions/1/restore"));
        keep(user.delete(path + "/versions/1").extract().response());
        keep(user.put(path + "/value", Map.of("value", canary.text() + "-3")).statusCode(200).extract().response());
    }

    private void moved(String id) {
        for (String what : List.of("rotate", "rewrap", "reencrypt")) {
            String job = OPERATOR.request().post("/v1/admin/keys/" + what).then().statusCode(202).extract().path("id");
            for (Instant end = Instant.now().plus(PATIENCE); !keep(OPERATOR.request().get("/v1/admin/jobs/" + job)).path("status")
                    .equals("done");)
                assertThat(Instant.now()).isBefore(end);
        }
        user.request().post("/v1/secrets/" + id + "/reveal").then().statusCode(200);
    }

    /** The environment was changed once and a leak was reported: the epoch is 3. */
    private void released(String id) {
        String grant = TestGrant.forSessionOf("canary-keeper").with(id, "user", "canary-keeper", 3).text();
        var injector = VaultApi.with(TestTokens.service("sandbox-injector"));
        assertThat(canary.isIn(injector.post("/internal/v1/resolve", Map.of("grant", grant)).statusCode(200).extract().asString()))
                .isTrue();
        keep(VaultApi.with(TestTokens.service("session-service")).post("/internal/v1/describe", Map.of("ids", List.of(id))).extract()
                .response());
    }

    private void ended(String id) {
        keep(user.delete("/v1/secrets/" + id).statusCode(204).extract().response());
        keep(user.request().post("/v1/secrets/" + id + "/undelete"));
        keep(user.delete("/v1/secrets/" + id + "?purge=true").statusCode(204).extract().response());
    }

    private Response keep(Response answer) {
        String said = answer.getHeaders() + answer.asString();
        assertThat(canary.isIn(said)).as("an answer with status %d holds the value", answer.statusCode()).isFalse();
        answers.append(said).append('\n');
        return answer;
    }

    private void assertFree(String where) {
        assertThat(where).isNotEmpty();
        assertThat(canary.isIn(where)).isFalse();
    }

    /** Nothing is left out of the log when the service is built; only what is printed is kept short. */
    public static class EveryWordIsLogged implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.log.min-level", "TRACE", "quarkus.log.console.level", "WARN");
        }
    }
}
