package ai.igent.maestro.vault.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@VaultTest
class ListSecretsTest {
    private static final VaultApi LISTER = VaultApi.as("lister");
    private static boolean registered;

    @BeforeEach
    void registerOnce() {
        if (registered) return;
        registered = true;
        LISTER.register(Map.of("name", "GITHUB_WORK", "variable", "GITHUB_TOKEN", "value", "canary-list-1", "account", "WORK", "tags",
                List.of("ci"), "environment", "development"));
        LISTER.register(
                Map.of("name", "STRIPE_LIVE", "variable", "STRIPE_SECRET_KEY", "value", "canary-list-2", "environment", "production",
                        "description", "100%_sure payments"));
        LISTER.register(Map.of("name", "AWS_REGION", "value", "eu-central-1"));
        LISTER.register(Map.of("name", "OLD_KEY", "value", "canary-list-3", "expiresAt", "2020-01-01T00:00:00Z"));
        String gone = LISTER.register("GONE", "canary-list-4");
        LISTER.delete("/v1/secrets/" + gone).statusCode(204);
    }

    @ParameterizedTest
    @CsvSource({"query=work, GITHUB_WORK", "query=stripe, STRIPE_LIVE", "query=100%25_sure, STRIPE_LIVE", "query=github_token, GITHUB_WORK",
            "tag=ci, GITHUB_WORK", "environment=production, STRIPE_LIVE", "integration=aws, AWS_REGION", "account=WORK, GITHUB_WORK",
            "kind=variable, AWS_REGION", "status=expired, OLD_KEY", "status=deleted, GONE",
            "query=work&environment=development, GITHUB_WORK", "query=aWs, AWS_REGION", "query=b_w, GITHUB_WORK",
            "query=%20pay, STRIPE_LIVE"})
    void eachFilterFindsItsOwn(String filter, String name) {
        LISTER.request().urlEncodingEnabled(false).get("/v1/secrets?" + filter).then().statusCode(200).body("items.name", contains(name));
    }

    @ParameterizedTest
    @CsvSource({"query=%25", "query=canary", "query=workgithub", "query=github_work%20github_token", "tag=other", "account=work",
            "status=compromised", "query=work&environment=production"})
    void whatDoesNotMatchIsNotFound(String filter) {
        LISTER.request().urlEncodingEnabled(false).get("/v1/secrets?" + filter).then().statusCode(200)
                .body("items.findAll { it.name != 'STRIPE_LIVE' }", empty());
    }

    @Test
    void withoutFilterEverythingNotDeletedIsThereNewestFirst() {
        LISTER.get("/v1/secrets").statusCode(200).body("items.name", contains("OLD_KEY", "AWS_REGION", "STRIPE_LIVE", "GITHUB_WORK"))
                .body("next", nullValue());
    }

    @Test
    void pagesFollowEachOtherWithoutGapsOrRepeats() {
        List<String> names = new ArrayList<>();
        String next = "";
        for (int page = 0; next != null; page++) {
            assertThat(page).isLessThan(4);
            var answer = LISTER.get("/v1/secrets?limit=2" + (next.isEmpty() ? "" : "&cursor=" + next)).statusCode(200).extract();
            names.addAll(answer.path("items.name"));
            next = answer.path("next");
        }
        assertThat(names).containsExactly("OLD_KEY", "AWS_REGION", "STRIPE_LIVE", "GITHUB_WORK");
    }

    @ParameterizedTest
    @CsvSource({"limit=0", "limit=201", "environment=moon", "kind=token", "status=fine", "cursor=%21"})
    void filtersThatCannotBeMeantAreRefused(String filter) {
        LISTER.request().urlEncodingEnabled(false).get("/v1/secrets?" + filter).then().statusCode(422);
    }

    @Test
    void onlyWhatIsNotConfidentialIsShown() {
        LISTER.get("/v1/secrets").statusCode(200).body("items.hint", contains(null, "eu-central-1", null, null));
    }

    @Test
    void nobodySeesAnybodyElsesSecrets() {
        VaultApi.as("newcomer").get("/v1/secrets").statusCode(200).body("items", empty());
    }

    @Test
    void anOrganizationOneDoesNotBelongToIsNotFound() {
        LISTER.get("/v1/secrets?organization=acme").statusCode(404).body("code", equalTo("not-found"));
    }
}
