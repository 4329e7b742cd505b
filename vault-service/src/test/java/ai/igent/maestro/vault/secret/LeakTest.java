package ai.igent.maestro.vault.secret;

import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.restassured.response.ValidatableResponse;

import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.JsonSchemas;
import ai.igent.maestro.test.SentEvents;
import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

@VaultTest
class LeakTest {
    private static int names;

    private final VaultApi user = VaultApi.as("leaker");
    private String id;

    @Inject
    Database database;

    @BeforeEach
    void givenASecretWithTwoVersions() {
        id = user.register(Map.of("name", "LEAKED_" + ++names, "value", "canary-one", "integration", "github"));
        user.changeValue(id, "canary-two");
    }

    @Test
    void aReportEndsConsentAndSaysWhatToDo() {
        report().statusCode(200).body("secret.status", equalTo("compromised")).body("secret.version", equalTo(2))
                .body("steps", hasItem(containsString("GitHub"))).body("sessions", empty()).body(not(containsString("canary")));

        assertThat(epoch()).isEqualTo(2);
    }

    @Test
    void aSecretOfNoIntegrationHasStepsToo() {
        id = user.register("PLAIN_LEAK_" + names, "canary-plain");

        report().statusCode(200).body("steps", hasSize(4));
    }

    @Test
    void anOldValueDoesNotEndIt() {
        report().statusCode(200);

        giving("canary-two").statusCode(409).body("code", equalTo("value-compromised"));
        giving("canary-one").statusCode(409).body("code", equalTo("value-compromised"));
        restore(1).statusCode(409).body("code", equalTo("value-compromised"));
        assertStatus("compromised");
    }

    @Test
    void aReallyNewValueEndsItAndConsentDoesNotComeBack() {
        report().statusCode(200);

        giving("canary-three").statusCode(200).body("status", equalTo("active"));
        assertThat(epoch()).isEqualTo(2);
    }

    @Test
    void whatLeakedOnceIsNeverTakenAgain() {
        report().statusCode(200);
        giving("canary-three").statusCode(200);

        giving("canary-two").statusCode(409).body("code", equalTo("value-compromised"));
        restore(1).statusCode(409).body("code", equalTo("value-compromised"));
        giving("canary-four").statusCode(200);
        restore(3).statusCode(200);
    }

    @Test
    void aDestroyedVersionsValueDoesNotComeBackEither() {
        user.delete(path() + "/versions/1").statusCode(204);
        report().statusCode(200);

        giving("canary-one").statusCode(409).body("code", equalTo("value-compromised"));
        giving("canary-three").statusCode(200);
        user.delete(path() + "/versions/2").statusCode(204);
        giving("canary-two").statusCode(409).body("code", equalTo("value-compromised"));
    }

    @Test
    void deletingAndUndeletingDoesNotMakeItActive() {
        report().statusCode(200);
        user.delete(path()).statusCode(204);

        user.request().post(path() + "/undelete").then().statusCode(200).body("status", equalTo("compromised"));
        giving("canary-two").statusCode(409).body("code", equalTo("value-compromised"));
        giving("canary-three").statusCode(200).body("status", equalTo("active"));
        user.delete(path()).statusCode(204);
        user.request().post(path() + "/undelete").then().statusCode(200).body("status", equalTo("active"));
    }

    @Test
    void itsOwnerMayStillLookAtItToFindItAtTheProvider() {
        report().statusCode(200);

        user.request().post(path() + "/reveal").then().statusCode(200).body("value", equalTo("canary-two"));
    }

    @Test
    void describingItAnewDoesNotMakeItActive() {
        report().statusCode(200);

        user.patch(path(), Map.of("environment", "production", "expiresAt", "2020-01-01T00:00:00Z")).statusCode(200).body("status",
                equalTo("compromised"));
    }

    @Test
    void itIsFoundByItsStatus() {
        report().statusCode(200);

        user.get("/v1/secrets?status=compromised").statusCode(200).body("items.id", hasItem(id));
    }

    @Test
    void aDeletedSecretIsNotReported() {
        user.delete(path()).statusCode(204);

        report().statusCode(409).body("code", equalTo("secret-deleted"));
    }

    @Test
    void aStaleTagIsRefused() {
        user.request().header("If-Match", "\"1\"").post(path() + "/report-leak").then().statusCode(412);
    }

    @Test
    void anOrganizationsSecretIsReportedByItsAdminsAlone() {
        id = VaultApi.as("alice").register(Map.of("name", "SHARED_LEAK_" + names, "value", "canary-org", "organization", "acme"));

        VaultApi.as("bob").request().post(path() + "/report-leak").then().statusCode(403);
        VaultApi.as("carol").request().post(path() + "/report-leak").then().statusCode(404);
        VaultApi.as("alice").request().post(path() + "/report-leak").then().statusCode(200);
    }

    @Test
    void theDigestOfAnotherValuePutThereByHandIsNoticed() {
        report().statusCode(200);
        assertThat(
                database.execute("update secret_version set digest = (select digest from secret_version where secret = ? and number = 1) "
                        + "where secret = ? and number = 2", id, id))
                .isEqualTo(1);

        giving("canary-two").statusCode(409).body("code", equalTo("secret-tampered"));
    }

    @Test
    void theReportIsAnnouncedAndOnRecord() {
        report().statusCode(200);

        var sent = SentEvents.ofThisJvm();
        var event = sent.await("secrets.v1", e -> e.subject().equals(id) && e.type().equals("secret.compromised"));
        JsonSchemas.assertValid("secret.compromised", event.data());
        assertThat(event.data().get("epoch").asInt()).isEqualTo(2);
        var record = sent.await("audit-records.v1", r -> r.data().at("/subject/id").asText().equals(id)
                && r.data().get("type").asText().equals("secret.leak-reported"));
        JsonSchemas.assertValid("audit.recorded", record.data());
    }

    private ValidatableResponse report() {
        return user.request().post(path() + "/report-leak").then();
    }

    private ValidatableResponse giving(String value) {
        return user.put(path() + "/value", Map.of("value", value));
    }

    private ValidatableResponse restore(long number) {
        return user.request().post(path() + "/versions/" + number + "/restore").then();
    }

    private void assertStatus(String status) {
        user.get(path()).statusCode(200).body("status", equalTo(status));
    }

    private long epoch() {
        return database.count("select epoch from secret where id = ?", id);
    }

    private String path() {
        return "/v1/secrets/" + id;
    }
}
