package ai.igent.maestro.vault.secret;

import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import ai.igent.maestro.test.Database;
import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

@VaultTest
class SecretSetTest {
    private static final String SETS = "/v1/secret-sets";

    private final VaultApi collector = VaultApi.as("collector");

    @Inject
    Database database;

    @Test
    void awsIsTwoKeysAndTheRegionFilledIn() {
        collector.post(SETS, Map.of("integration", "aws", "account", "AWS_DEV", "environment", "development", "values",
                Map.of("AWS_SECRET_ACCESS_KEY", "canary-set-key", "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE")))
                .statusCode(201)
                .body("items.name", contains("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_REGION"))
                .body("items.kind", contains("env", "env", "variable"))
                .body("items.integration", everyItem(equalTo("aws")))
                .body("items.account", everyItem(equalTo("AWS_DEV")))
                .body("items.environment", everyItem(equalTo("development")));
    }

    @Test
    void customTakesTheVariablesTheUserNames() {
        collector.post(SETS, Map.of("integration", "custom", "values", Map.of("MY_OWN_KEY", "canary-custom"))).statusCode(201)
                .body("items.name", contains("MY_OWN_KEY")).body("items.integration", contains("custom"));
    }

    @Test
    void aMissingRequiredVariableIsNamed() {
        collector.post(SETS, Map.of("integration", "aws", "values", Map.of("AWS_ACCESS_KEY_ID", "canary-x"))).statusCode(422)
                .body("errors[0].field", equalTo("values.AWS_SECRET_ACCESS_KEY")).body("errors[0].code", equalTo("required"));
    }

    @Test
    void aVariableTheIntegrationDoesNotHaveIsNamed() {
        collector.post(SETS, Map.of("integration", "github", "values", Map.of("GITHUB_TOKEN", "canary-x", "GITHUB_TOKN", "canary-y")))
                .statusCode(422).body("errors[0].field", equalTo("values.GITHUB_TOKN")).body("errors[0].code", equalTo("unknown-variable"));
    }

    @Test
    void dangerousVariablesAreRefusedInCustomSetsToo() {
        collector.post(SETS, Map.of("integration", "custom", "values", Map.of("LD_PRELOAD", "canary-x"))).statusCode(422);
    }

    @Test
    void whenOneNameIsTakenNoneIsStored() {
        collector.register(Map.of("name", "AWS_REGION", "value", "eu-central-1", "account", "PARTLY", "integration", "aws"));

        collector.post(SETS, Map.of("integration", "aws", "account", "PARTLY", "values",
                Map.of("AWS_SECRET_ACCESS_KEY", "canary-x", "AWS_ACCESS_KEY_ID", "canary-y"))).statusCode(409)
                .body("code", equalTo("secret-exists"));

        assertThat(database.column("select name from secret where owner = 'user:collector' and account = 'PARTLY'"))
                .containsExactly("AWS_REGION");
    }
}
