package ai.igent.maestro.vault.naming;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.arc.Arc;

import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;
import ai.igent.maestro.vocabulary.VariableName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** What names suggest. */
@VaultTest
class ProposeLabelsTest {
    private static final String ENTRIES = "items.find { it.name == 'AWS_PROD_ACCESS_KEY' }.proposals";

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, value = {
            "AWS_PROD_ACCESS_KEY          | aws          | AWS_PROD           | production  | AWS_ACCESS_KEY_ID",
            "AWS_STAGING_ACCESS_KEY       | aws          | AWS_STAGING        | staging     | AWS_ACCESS_KEY_ID",
            "AWS_DEV_ACCESS_KEY_ID        | aws          | AWS_DEV            | development | AWS_ACCESS_KEY_ID",
            "AWS_PROD_SECRET_ACCESS_KEY   | aws          | AWS_PROD           | production  | AWS_SECRET_ACCESS_KEY",
            "AWS_PROD_SECRET_KEY          | aws          | AWS_PROD           | production  | AWS_SECRET_ACCESS_KEY",
            "AWS_SECRET_ACCESS_KEY_PROD   | aws          | AWS_PROD           | production  | AWS_SECRET_ACCESS_KEY",
            "PROD_AWS_SECRET_ACCESS_KEY   | aws          | PROD_AWS           | production  | AWS_SECRET_ACCESS_KEY",
            "AWS_PROD_SECRET              | aws          | AWS_PROD           | production  | AWS_SECRET_ACCESS_KEY",
            "AWS_PROD_KEY                 | aws          | AWS_PROD           | production  |",
            "AWS_PROD                     | aws          | AWS_PROD           | production  |",
            "AWS_ACME_REGION              | aws          | AWS_ACME           |             | AWS_REGION",
            "AWS_BILLING_QA_SESSION_TOKEN | aws          | AWS_BILLING_QA     | staging     | AWS_SESSION_TOKEN",
            "AMAZON_DEV_ACCESS_KEY        | aws          | AMAZON_DEV         | development | ",
            "GITHUB_WORK                  | github       | GITHUB_WORK        |             | GITHUB_TOKEN",
            "GITHUB_PERSONAL              | github       | GITHUB_PERSONAL    |             | GITHUB_TOKEN",
            "GITHUB_WORK_TOKEN            | github       | GITHUB_WORK        |             | GITHUB_TOKEN",
            "GITHUB_PAT                   | github       |                    |             | GITHUB_TOKEN",
            "GH_TOKEN                     | github       |                    |             | GITHUB_TOKEN",
            "GH_ACME_TOKEN                | github       | GH_ACME            |             | GITHUB_TOKEN",
            "github_work                  | github       | GITHUB_WORK        |             | GITHUB_TOKEN",
            "GITLAB_SELFHOSTED_TOKEN      | gitlab       | GITLAB_SELFHOSTED  |             | GITLAB_TOKEN",
            "GITLAB_URL_ACME              | gitlab       | GITLAB_ACME        |             | GITLAB_URL",
            "STRIPE_TEST_SECRET_KEY       | stripe       | STRIPE_TEST        | development | STRIPE_SECRET_KEY",
            "STRIPE_LIVE_SECRET_KEY       | stripe       | STRIPE_LIVE        | production  | STRIPE_SECRET_KEY",
            "STRIPE_LIVE_PUBLISHABLE_KEY  | stripe       | STRIPE_LIVE        | production  | STRIPE_PUBLISHABLE_KEY",
            "STRIPE_KEY                   | stripe       |                    |             | STRIPE_SECRET_KEY",
            "STRIPE_WEBHOOK_SECRET_STAGING| stripe       | STRIPE_STAGING     | staging     | STRIPE_WEBHOOK_SECRET",
            "OPENAI_KEY                   | openai       |                    |             | OPENAI_API_KEY",
            "OPENAI_API_KEY_DEV           | openai       | OPENAI_DEV         | development | OPENAI_API_KEY",
            "CHATGPT_KEY                  | openai       |                    |             | OPENAI_API_KEY",
            "CLAUDE_API_KEY               | anthropic    |                    |             | ANTHROPIC_API_KEY",
            "ANTHROPIC_TEAM_KEY           | anthropic    | ANTHROPIC_TEAM     |             | ANTHROPIC_API_KEY",
            "SENDGRID_MARKETING_KEY       | sendgrid     | SENDGRID_MARKETING |             | SENDGRID_API_KEY",
            "MAILGUN_EU_API_KEY           | mailgun      | MAILGUN_EU         |             | MAILGUN_API_KEY",
            "AZURE_STAGING_CLIENT_SECRET  | azure        | AZURE_STAGING      | staging     | AZURE_CLIENT_SECRET",
            "AZURE_ACME_TENANT_ID         | azure        | AZURE_ACME         |             | AZURE_TENANT_ID",
            "GCP_PROD_CREDENTIALS         | google-cloud | GCP_PROD           | production  | GOOGLE_APPLICATION_CREDENTIALS",
            "GOOGLE_PROD_CREDENTIALS      | google-cloud | PROD               | production  | GOOGLE_APPLICATION_CREDENTIALS",
            "GOOGLE_CLOUD_DEV             | google-cloud | GOOGLE_CLOUD_DEV   | development | GOOGLE_APPLICATION_CREDENTIALS",
            "DATABASE_URL_STAGING         | postgresql   | DATABASE_STAGING   | staging     | DATABASE_URL",
            "PROD_DATABASE_URL            | postgresql   | PROD_DATABASE      | production  | DATABASE_URL",
            "POSTGRES_PROD_URL            | postgresql   | POSTGRES_PROD      | production  | DATABASE_URL",
            "MYSQL_PROD_URL               | mysql        | MYSQL_PROD         | production  | MYSQL_URL",
            "MYSQL_DATABASE_PROD          | mysql        | MYSQL_DATABASE_PROD| production  | MYSQL_URL",
            "MONGO_DEV_URI                | mongodb      | MONGO_DEV          | development | MONGODB_URI",
            "MONGODB_URI_UAT              | mongodb      | MONGODB_UAT        | staging     | MONGODB_URI",
            "PROD_API_KEY                 |              |                    | production  |",
            "ACME_STAGING_PASSWORD        |              |                    | staging     |",
            "PROD_TO_STAGING_KEY          |              |                    |             |",
            "DATABASE_PASSWORD            |              |                    |             |",
            "SOME_API_KEY                 |              |                    |             |",
            "PRODUCT_KEY                  |              |                    |             |",
            "CUSTOM_KEY                   |              |                    |             |",
            "AWSOME_KEY                   |              |                    |             |",
            "AWS_ACCESS_KEY_ID            |              |                    |             |",
            "GITHUB_TOKEN                 |              |                    |             |",
            "X                            |              |                    |             |",
            "___                          |              |                    |             |"})
    void aNameSuggests(String name, String integration, String account, String environment, String variable) {
        Map<String, String> proposed = proposeLabels().of(name, new ProposeLabels.Known(null, null, null, new VariableName(name))).stream()
                .collect(Collectors.toMap(Proposal::field, Proposal::value));

        assertThat(proposed.get("integration")).isEqualTo(integration);
        assertThat(proposed.get("account")).isEqualTo(account);
        assertThat(proposed.get("environment")).isEqualTo(environment);
        assertThat(proposed.get("variable")).isEqualTo(variable);
    }

    @Test
    void whatIsSaidAlreadyIsNotProposed() {
        var known = new ProposeLabels.Known("github", "MINE", ai.igent.maestro.vocabulary.Environment.STAGING,
                new VariableName("GITHUB_TOKEN"));

        assertThat(proposeLabels().of("GITHUB_PROD", known)).isEmpty();
    }

    @Test
    void anIntegrationThatWasNamedIsNotDoubted() {
        var known = new ProposeLabels.Known("gitlab", null, null, new VariableName("GITHUB_WORK"));

        assertThat(proposeLabels().of("GITHUB_WORK", known)).isEmpty();
    }

    @Test
    void registeringProposesAndStoresWhatWasGiven() {
        VaultApi user = VaultApi.as("namer");
        String id = user.post("/v1/secrets", Map.of("name", "AWS_PROD_ACCESS_KEY", "value", "canary")).statusCode(201)
                .body("integration", nullValue()).body("account", nullValue()).body("environment", nullValue())
                .body("variable", equalTo("AWS_PROD_ACCESS_KEY"))
                .body("proposals.field", equalTo(List.of("integration", "account", "environment", "variable")))
                .body("proposals.value", equalTo(List.of("aws", "AWS_PROD", "production", "AWS_ACCESS_KEY_ID"))).extract().path("id");

        user.get("/v1/secrets/" + id).statusCode(200).body("variable", equalTo("AWS_PROD_ACCESS_KEY")).body("integration", nullValue());
        user.patch("/v1/secrets/" + id, Map.of("integration", "aws", "account", "AWS_PROD", "environment", "production", "variable",
                "AWS_ACCESS_KEY_ID")).statusCode(200);
        user.post("/v1/secrets", Map.of("name", "AWS_ACCESS_KEY_ID", "value", "canary")).statusCode(201).body("proposals", empty());
    }

    @Test
    void importingProposesLineByLineInADryRunToo() {
        VaultApi user = VaultApi.as("import-namer");
        Map<String, String> lines = Map.of("AWS_PROD_ACCESS_KEY", "canary", "OTHER", "canary");

        for (String dryRun : List.of("true", "false"))
            user.post("/v1/secrets/import?account=MINE&dryRun=" + dryRun, lines).statusCode(200)
                    .body(ENTRIES + ".field", equalTo(List.of("integration", "environment", "variable")))
                    .body("items.find { it.name == 'OTHER' }.proposals", empty());
        user.post("/v1/secrets/import?account=MINE", lines).statusCode(200).body(ENTRIES, empty());
    }

    private static ProposeLabels proposeLabels() {
        return Arc.container().instance(ProposeLabels.class).get();
    }
}
