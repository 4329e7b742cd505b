package ai.igent.maestro.vault.secret;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.restassured.response.ValidatableResponse;

import ai.igent.maestro.test.Database;
import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@VaultTest
class ChangeSecretTest {
    private static int names;

    private final VaultApi editor = VaultApi.as("editor");
    private String id;
    private String path;

    @Inject
    Database database;

    @Inject
    Aging aging;

    @BeforeEach
    void givenASecret() {
        id = editor.register(Map.of("name", "EDITED_" + ++names, "value", "canary-edit", "description", "before", "tags", List.of("one"),
                "environment", "staging", "account", "A"));
        path = "/v1/secrets/" + id;
    }

    @Test
    void aPatchChangesWhatItNamesAndKeepsTheRest() {
        patch(Map.of("description", "after", "tags", List.of("two"))).statusCode(200).header("ETag", "\"2\"")
                .body("description", equalTo("after")).body("tags", contains("two")).body("account", equalTo("A"))
                .body("environment", equalTo("staging")).body("version", equalTo(1));
    }

    @Test
    void nullRemovesWhatCanBeRemoved() {
        var removal = new HashMap<String, Object>();
        for (String field : List.of("description", "tags", "environment", "account"))
            removal.put(field, null);

        patch(removal).statusCode(200).body("description", equalTo("")).body("tags", empty()).body("environment", nullValue())
                .body("account", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "variable", "kind"})
    void nullDoesNotRemoveWhatASecretNeeds(String field) {
        patch(Collections.singletonMap(field, null)).statusCode(422).body("errors[0].field", equalTo(field))
                .body("errors[0].code", equalTo("required"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"value", "owner", "version", "status", "organization"})
    void whatDoesNotDescribeTheSecretIsNotPatched(String field) {
        patch(Map.of(field, "x")).statusCode(422).body("code", equalTo("unknown-field"));
    }

    @Test
    void dangerousVariablesAreRefused() {
        patch(Map.of("variable", "LD_PRELOAD")).statusCode(422).body("errors[0].field", equalTo("variable"));
    }

    @Test
    void anotherEnvironmentEndsEarlierConsentAndAnotherDescriptionDoesNot() {
        patch(Map.of("description", "after", "variable", "OTHER")).statusCode(200);
        assertThat(epoch()).isEqualTo(1);

        patch(Map.of("environment", "production")).statusCode(200);
        assertThat(epoch()).isEqualTo(2);

        patch(Map.of("kind", "file")).statusCode(200);
        assertThat(epoch()).isEqualTo(3);
    }

    @Test
    void whatWasConfidentialIsNotRelabelledIntoSomethingShown() {
        patch(Map.of("kind", "variable")).statusCode(422).body("errors[0].field", equalTo("kind"))
                .body("errors[0].code", equalTo("confidential"));
        editor.get(path).statusCode(200).body("kind", equalTo("env")).body("hint", nullValue());
    }

    @Test
    void aTakenNameIsRefused() {
        String other = "OTHER_" + names;
        editor.register(Map.of("name", other, "value", "canary-edit", "environment", "staging", "account", "A"));

        patch(Map.of("name", other)).statusCode(409).body("code", equalTo("secret-exists"));
    }

    @Test
    void aStaleTagIsRefusedEverywhere() {
        patch(Map.of("description", "first")).statusCode(200);

        var stale = "\"1\"";
        editor.request().header("If-Match", stale).body(Map.of("description", "x")).patch(path).then().statusCode(412)
                .body("code", equalTo("stale"));
        editor.request().header("If-Match", stale).body(Map.of("value", "canary-x")).put(path + "/value").then().statusCode(412);
        editor.request().header("If-Match", stale).delete(path).then().statusCode(412);
        editor.request().header("If-Match", "\"1\", \"2\"").body(Map.of("description", "x")).patch(path).then().statusCode(200);
        editor.request().header("If-Match", "*").delete(path).then().statusCode(204);
    }

    @Test
    void aNewValueIsANewVersion() {
        editor.put(path + "/value", Map.of("value", "canary-second", "reason", "quarterly")).statusCode(200).body("version", equalTo(2));

        editor.get(path + "/versions").statusCode(200).body("items.version", contains(2, 1)).body("items.current", contains(true, false))
                .body("items.reason", contains("quarterly", null)).body("items.createdBy", contains("user:editor", "user:editor"));
        editor.get(path + "/versions?limit=1").statusCode(200).body("items.version", contains(2)).body("next", not(nullValue()));
        assertThat(epoch()).isEqualTo(1);
    }

    @Test
    void versionsFollowTheirCursor() {
        editor.changeValue(id, "canary-second");
        String next = editor.get(path + "/versions?limit=1").extract().path("next");

        editor.get(path + "/versions?limit=1&cursor=" + next).statusCode(200).body("items.version", contains(1)).body("next", nullValue());
        editor.get(path + "/versions?cursor=Zm9yZWlnbg").statusCode(422);
    }

    @Test
    void aDeletedSecretIsOnlyUndeleted() {
        editor.delete(path).statusCode(204);

        editor.get(path).statusCode(200).body("status", equalTo("deleted"));
        patch(Map.of("description", "x")).statusCode(409).body("code", equalTo("secret-deleted"));
        editor.put(path + "/value", Map.of("value", "canary-x")).statusCode(409).body("code", equalTo("secret-deleted"));
        editor.request().post(path + "/undelete").then().statusCode(200).body("status", equalTo("active"));
        editor.request().post(path + "/undelete").then().statusCode(409).body("code", equalTo("secret-not-deleted"));
        assertThat(epoch()).as("deletion ended consent, undeleting did not bring it back").isEqualTo(2);
    }

    @Test
    void afterSevenDaysNothingIsUndeleted() throws Throwable {
        editor.delete(path).statusCode(204);
        aging.pass(id, Duration.ofDays(7).plusMinutes(1));

        editor.request().post(path + "/undelete").then().statusCode(404);
    }

    @Test
    void aNameIsFreeAgainAfterDeletionAndThenBlocksUndeleting() {
        String name = "REUSED_" + names;
        String first = editor.register(name, "canary-first");
        editor.delete("/v1/secrets/" + first).statusCode(204);
        editor.register(name, "canary-second");

        editor.request().post("/v1/secrets/" + first + "/undelete").then().statusCode(409).body("code", equalTo("secret-exists"));
    }

    @Test
    void aRowChangedByHandIsNotBuiltUpon() {
        database.execute("update secret set variable = 'FORGED' where id = ?", id);

        patch(Map.of("description", "x")).statusCode(409).body("code", equalTo("secret-tampered"));
        editor.put(path + "/value", Map.of("value", "canary-x")).statusCode(409).body("code", equalTo("secret-tampered"));
    }

    @Test
    void aBrokenSecretIsDeletedForGood() {
        database.execute("update secret set variable = 'FORGED' where id = ?", id);

        editor.delete(path).statusCode(204);
        editor.request().post(path + "/undelete").then().statusCode(409).body("code", equalTo("secret-tampered"));
        editor.register(Map.of("name", "EDITED_" + names, "value", "canary-again", "environment", "staging", "account", "A"));
    }

    @Test
    void aSecretWhoseKeyIsBrokenIsOnlyDeleted() {
        VaultApi unlucky = VaultApi.as("unlucky-" + names);
        String lost = "/v1/secrets/" + unlucky.register("LOST", "canary-lost");
        database.execute("update data_key set ciphertext = 'local:AAAA' where owner = ?", "user:unlucky-" + names);

        unlucky.patch(lost, Map.of("description", "x")).statusCode(409).body("code", equalTo("secret-tampered"));
        unlucky.get(lost).statusCode(200);
        unlucky.delete(lost).statusCode(204);
    }

    private ValidatableResponse patch(Map<String, ?> body) {
        return editor.request().contentType("application/merge-patch+json").body(body).patch(path).then();
    }

    private long epoch() {
        return database.count("select epoch from secret where id = ?", id);
    }
}
