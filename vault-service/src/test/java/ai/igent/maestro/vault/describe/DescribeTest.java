package ai.igent.maestro.vault.describe;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.restassured.response.ValidatableResponse;

import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

@VaultTest
class DescribeTest {
    private static final VaultApi SESSIONS = VaultApi.with(TestTokens.service("session-service"));

    @Test
    void ofAnOwnerEverythingButTheDeleted() {
        VaultApi user = VaultApi.as("described");
        String kept = user.register(Map.of("name", "KEPT", "value", "canary-describe", "variable", "GITHUB_TOKEN", "environment", "staging",
                "account", "WORK", "tags", List.of("ci")));
        String expired = user.register(Map.of("name", "OLD", "value", "canary-describe", "expiresAt", "2020-01-01T00:00:00Z"));
        String gone = user.register("GONE", "canary-describe");
        user.delete("/v1/secrets/" + gone).statusCode(204);

        describe(Map.of("owners", List.of(owner("described")))).statusCode(200)
                .body("items.id", containsInAnyOrder(kept, expired))
                .body("items[0].source", equalTo("vault")).body("items[0].name", equalTo("KEPT"))
                .body("items[0].variable", equalTo("GITHUB_TOKEN")).body("items[0].kind", equalTo("env"))
                .body("items[0].integration", equalTo("github")).body("items[0].account", equalTo("WORK"))
                .body("items[0].environment", equalTo("staging")).body("items[0].tags", contains("ci"))
                .body("items[0].owner.id", equalTo("described")).body("items[0].epoch", equalTo(1)).body("items[0].version", equalTo(1))
                .body("items[0].status", equalTo("active")).body("items[0].warnings.code", contains("format"))
                .body("items[1].status", equalTo("expired"))
                .body(not(containsString("canary")));
    }

    @Test
    void byIdWhatIsDeletedToo() {
        VaultApi user = VaultApi.as("described-by-id");
        String gone = user.register("GONE", "canary-describe");
        user.delete("/v1/secrets/" + gone).statusCode(204);

        describe(Map.of("ids", List.of(gone, "sec_" + "e".repeat(32), "con_" + "e".repeat(32), "nonsense"))).statusCode(200)
                .body("items.id", contains(gone)).body("items.status", contains("deleted")).body("items.epoch", contains(2));
    }

    @Test
    void ofNobodyNothing() {
        describe(Map.of("owners", List.of())).statusCode(200).body("items", empty());
    }

    @Test
    void aQuestionForBothOrNeitherIsRefused() {
        describe(Map.of()).statusCode(422);
        describe(Map.of("owners", List.of(), "ids", List.of())).statusCode(422);
    }

    @Test
    void aQuestionWithoutBoundsIsRefused() {
        describe(Map.of("ids", Collections.nCopies(1001, "sec_" + "e".repeat(32)))).statusCode(422).body("errors[0].field", equalTo("ids"));
        describe(Map.of("ids", Arrays.asList("sec_" + "e".repeat(32), null))).statusCode(422);
    }

    private static Map<String, String> owner(String user) {
        return Map.of("kind", "user", "id", user);
    }

    private static ValidatableResponse describe(Map<String, ?> question) {
        return SESSIONS.post("/internal/v1/describe", question);
    }
}
