package ai.igent.maestro.vault.secret;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ai.igent.maestro.test.Database;
import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@VaultTest
class RegisterSecretTest {
    private static final String SECRETS = "/v1/secrets";

    private final VaultApi registrar = VaultApi.as("registrar");

    @Inject
    Database database;

    @Test
    void answersWithTheSecretAndNeverWithItsValue() {
        registrar.post(SECRETS, Map.of("name", "SERVICE_TOKEN", "value", "canary-register", "description", "for the reports", "tags",
                List.of("reports", "nightly"), "environment", "staging", "account", "REPORTS", "expiresAt", "2999-01-01T00:00:00Z",
                "rotateEvery", "P90D"))
                .statusCode(201)
                .header("Location", matchesPattern(".*/v1/secrets/sec_[0-9a-f]{32}"))
                .header("ETag", "\"1\"")
                .body("id", matchesPattern("sec_[0-9a-f]{32}"))
                .body("name", equalTo("SERVICE_TOKEN")).body("variable", equalTo("SERVICE_TOKEN")).body("kind", equalTo("env"))
                .body("description", equalTo("for the reports")).body("tags", contains("reports", "nightly"))
                .body("environment", equalTo("staging")).body("account", equalTo("REPORTS"))
                .body("integration", nullValue())
                .body("owner.kind", equalTo("user")).body("owner.id", equalTo("registrar"))
                .body("version", equalTo(1)).body("status", equalTo("active")).body("warnings", empty())
                .body("expiresAt", equalTo("2999-01-01T00:00:00Z")).body("rotateEvery", equalTo("PT2160H"))
                .body("$", hasKey("rotationDueAt")).body("$", not(hasKey("value")));
    }

    @Test
    void aVariableOfTheCatalogBringsItsIntegrationAndKind() {
        registrar.post(SECRETS, Map.of("name", "AWS_REGION", "value", "eu-central-1", "account", "CATALOG")).statusCode(201)
                .body("integration", equalTo("aws")).body("kind", equalTo("variable"));
    }

    @Test
    void aValueThatDoesNotLookLikeOneOfItsIntegrationIsStoredWithAWarning() {
        registrar.post(SECRETS, Map.of("name", "GITHUB_WORK", "variable", "GITHUB_TOKEN", "value", "canary-not-a-token")).statusCode(201)
                .body("integration", equalTo("github")).body("variable", equalTo("GITHUB_TOKEN"))
                .body("warnings.code", contains("format"));
    }

    @Test
    void aNameIsTakenOncePerAccountAndEnvironment() {
        registrar.register(Map.of("name", "TAKEN", "value", "canary-1", "account", "A", "environment", "staging"));
        registrar.register(Map.of("name", "TAKEN", "value", "canary-2", "account", "B", "environment", "staging"));
        registrar.register(Map.of("name", "TAKEN", "value", "canary-3", "account", "A", "environment", "production"));
        registrar.register(Map.of("name", "TAKEN", "value", "canary-4"));

        registrar.post(SECRETS, Map.of("name", "TAKEN", "value", "canary-5", "account", "A", "environment", "staging")).statusCode(409)
                .body("code", equalTo("secret-exists"));
        registrar.post(SECRETS, Map.of("name", "TAKEN", "value", "canary-6")).statusCode(409).body("code", equalTo("secret-exists"));
        VaultApi.as("somebody-else").register("TAKEN", "canary-7");
    }

    @Test
    void whatIsRefusedLeavesNothingBehind() {
        registrar.register("KEPT", "canary-kept");
        long secrets = database.count("select count(*) from secret where owner = 'user:registrar' and name = 'KEPT'");
        long events = database.count("select count(*) from outbox_message");
        registrar.post(SECRETS, Map.of("name", "KEPT", "value", "canary-lost")).statusCode(409);

        assertThat(database.count("select count(*) from secret where owner = 'user:registrar' and name = 'KEPT'")).isEqualTo(secrets);
        assertThat(database.count("select count(*) from outbox_message")).isEqualTo(events);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATH", "LD_PRELOAD", "BASH_ENV", "NODE_OPTIONS", "GIT_SSH_COMMAND", "MAESTRO_URL"})
    void variablesThatWouldChangeHowProgramsRunAreRefused(String dangerous) {
        registrar.post(SECRETS, Map.of("name", dangerous, "value", "canary-x")).statusCode(422).body("errors.field", contains("name"));
        registrar.post(SECRETS, Map.of("name", "HARMLESS", "variable", dangerous, "value", "canary-x")).statusCode(422)
                .body("errors.field", contains("variable"));
    }

    @Test
    void anIntegrationTheCatalogDoesNotKnowIsRefused() {
        registrar.post(SECRETS, Map.of("name", "A", "value", "canary-x", "integration", "nonsense")).statusCode(422)
                .body("errors[0].field", equalTo("integration")).body("errors[0].code", equalTo("unknown-integration"));
    }

    @Test
    void valuesUpTo64KibibytesAreKept() {
        registrar.register("LONG_VALUE", "x".repeat(64 * 1024));
        registrar.post(SECRETS, Map.of("name", "TOO_LONG", "value", "x".repeat(64 * 1024 + 1))).statusCode(422)
                .body("errors[0].field", equalTo("value"));
    }

    @Test
    void emptyAndUnprintableValuesAreRefused() {
        registrar.post(SECRETS, Map.of("name", "A", "value", "")).statusCode(422);
        registrar.post(SECRETS, Map.of("name", "A", "value", "a\u0000b")).statusCode(422);
    }
}
