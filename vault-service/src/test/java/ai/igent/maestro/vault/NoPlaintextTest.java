package ai.igent.maestro.vault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ai.igent.maestro.test.Canary;
import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.SentEvents;
import ai.igent.maestro.test.TestTokens;

import static org.assertj.core.api.Assertions.assertThat;

/** Values go through everything the service does; afterwards they are looked for where they must not be. */
@VaultTest
class NoPlaintextTest {
    private final Canary canary = Canary.named("vault");
    private final List<String> logged = new ArrayList<>();
    private final Handler listener = new Listener();
    private Level level;

    @Inject
    Database database;

    @BeforeEach
    void listenToEverything() {
        level = Logger.getLogger("").getLevel();
        Logger.getLogger("").addHandler(listener);
        Logger.getLogger("ai.igent.maestro").setLevel(Level.ALL);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(listener);
        Logger.getLogger("ai.igent.maestro").setLevel(level);
    }

    @Test
    void noValueIsInAnyTableTopicLogOrError() {
        var user = VaultApi.as("canary-keeper");
        String id = user.request().header("Idempotency-Key", canary.text().substring(0, 20))
                .body(Map.of("name", "KEPT", "value", canary.text())).post("/v1/secrets").then().statusCode(201).extract().path("id");
        user.put("/v1/secrets/" + id + "/value", Map.of("value", canary.text() + "-2")).statusCode(200);
        user.post("/v1/secret-sets", Map.of("integration", "custom", "values", Map.of("A_VARIABLE", canary.text()))).statusCode(201);
        String errors = refusalsOf(user) + importsOf(user) + leakOf(user, id);
        var sent = SentEvents.ofThisJvm();
        sent.await("secrets.v1", event -> event.subject().equals(id), 2);

        assertFree(errors);
        assertFree(database.dump());
        assertFree(sent.all("secrets.v1").toString() + sent.all("audit-records.v1"));
        assertFree(String.join("\n", logged));
        assertThat(logged).isNotEmpty();
    }

    private String refusalsOf(VaultApi user) {
        var errors = new StringBuilder();
        for (Object body : List.of(Map.of("name", "KEPT", "value", canary.text()), Map.of("name", canary.text() + "!", "value", "x"),
                Map.of("name", "A", "value", List.of(canary.text())), Map.of("name", "A", "value", "x", "kind", canary.text()),
                Map.of("name", "A", "value", "x", "expiresAt", canary.text()), "{\"name\":\"A\",\"value\":\"" + canary.text(),
                "{\"name\":\"A\",\"value\":" + canary.text() + "}"))
            errors.append(user.post("/v1/secrets", body).extract().asString());
        return errors.toString();
    }

    private String importsOf(VaultApi user) {
        var answers = new StringBuilder();
        for (String file : List.of("IMPORTED=" + canary.text(), "IMPORTED=" + canary.text() + "-2", canary.text(), "OPEN='" + canary.text(),
                "AFTER='x' " + canary.text(), "IMPORTED='" + canary.text() + "'\nKEPT=" + canary.text()))
            for (String query : List.of("?dryRun=true", "", "?overwrite=true"))
                answers.append(
                        user.request().header("Idempotency-Key", "import-" + answers.length()).contentType("text/x-dotenv").body(file)
                                .post("/v1/secrets/import" + query).asString());
        return answers.toString();
    }

    private String leakOf(VaultApi user, String id) {
        String path = "/v1/secrets/" + id;
        var stale = VaultApi.with(TestTokens.person("canary-keeper").withSignInAt(Instant.EPOCH).text());
        user.request().post(path + "/reveal").then().statusCode(200);
        return user.request().post(path + "/report-leak").asString() + stale.request().post(path + "/reveal").asString()
                + user.put(path + "/value", Map.of("value", canary.text())).statusCode(409).extract().asString()
                + user.request().post(path + "/versions/1/restore").asString() + user.delete(path + "/versions/1").extract().asString()
                + user.put(path + "/value", Map.of("value", canary.text() + "-3")).statusCode(200).extract().asString();
    }

    private void assertFree(String where) {
        assertThat(canary.isIn(where)).isFalse();
    }

    private final class Listener extends Handler {
        @Override
        public void publish(LogRecord record) {
            var parameters = record.getParameters() == null ? List.of() : List.of(record.getParameters());
            logged.add(record.getMessage() + " " + parameters + " " + record.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
