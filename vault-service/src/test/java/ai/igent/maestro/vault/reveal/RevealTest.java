package ai.igent.maestro.vault.reveal;

import java.time.Instant;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.restassured.response.ValidatableResponse;

import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.JsonSchemas;
import ai.igent.maestro.test.SentEvents;
import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

@VaultTest
class RevealTest {
    private static int names;

    private final VaultApi user = VaultApi.as("revealer");
    private String id;

    @Inject
    Database database;

    @BeforeEach
    void givenASecretWithTwoVersions() {
        id = user.register("REVEALED_" + ++names, "canary-first");
        user.changeValue(id, "canary-\u00e4\n\"second\"");
    }

    @Test
    void itsOwnerIsShownTheCurrentValueAndNoCacheKeepsIt() {
        reveal(user).statusCode(200).header("Cache-Control", "no-store").body("value", equalTo("canary-\u00e4\n\"second\""))
                .body("version", equalTo(2));
    }

    @Test
    void theRecordIsCommittedBeforeTheAnswer() {
        reveal(user).statusCode(200);

        assertThat(records("success", "null")).isEqualTo(1);
    }

    @Test
    void withoutTheRecordThereIsNoValue() {
        database.execute("alter table outbox_message rename to outbox_message_away");
        try {
            reveal(user).statusCode(500).body(not(containsString("canary")));
        } finally {
            database.execute("alter table outbox_message_away rename to outbox_message");
        }
    }

    @Test
    void aTokenThatWasPassedOnRevealsNothing() {
        var passedOn = VaultApi.with(TestTokens.person("revealer").withClient("some-platform").text());

        refused(passedOn, 403, "interactive-sign-in-required", "interactive-sign-in-required");
    }

    @Test
    void aSignInOfMoreThanFiveMinutesAgoIsNotEnough() {
        refused(signedIn(Instant.now().minusSeconds(310)), 403, "recent-sign-in-required", "recent-sign-in-required");
        reveal(signedIn(Instant.now().minusSeconds(280))).statusCode(200);
    }

    @Test
    void anIssuerThatDoesNotSayWhenThePersonSignedInIsNotBelieved() {
        refused(signedIn(Instant.EPOCH), 403, "recent-sign-in-required", "recent-sign-in-required");
    }

    @Test
    void aStrangersAttemptIsAnsweredAsIfThereWereNothingAndIsOnTheOwnersRecord() {
        refused(VaultApi.as("carol"), 404, "not-found", "not-owner");
        VaultApi.as("carol").request().post("/v1/secrets/sec_" + "0".repeat(32) + "/reveal").then().statusCode(404);
    }

    @Test
    void anOrganizationsValueIsShownToItsAdminsAlone() {
        id = VaultApi.as("alice").register(Map.of("name", "SHARED_REVEAL_" + names, "value", "canary-org", "organization", "acme"));

        refused(VaultApi.as("bob"), 403, "organization-admin-required", "organization-admin-required");
        refused(VaultApi.as("carol"), 404, "not-found", "not-owner");
        reveal(VaultApi.as("alice")).statusCode(200).body("value", equalTo("canary-org"));
    }

    @Test
    void aDeletedOneIsNotShown() {
        user.delete("/v1/secrets/" + id).statusCode(204);

        refused(user, 409, "secret-deleted", "secret-deleted");
    }

    @Test
    void anExpiredOneIsShown() {
        user.patch("/v1/secrets/" + id, Map.of("expiresAt", "2020-01-01T00:00:00Z")).statusCode(200);

        reveal(user).statusCode(200);
    }

    @Test
    void aRowChangedByHandIsNotShown() {
        for (String change : new String[]{"version = 1", "name = 'FORGED_" + names + "'", "epoch = 7",
                "expires_at = now() + interval '1 year'"}) {
            givenASecretWithTwoVersions();
            assertThat(database.execute("update secret set " + change + " where id = ?", id)).isEqualTo(1);
            refused(user, 409, "secret-tampered", "secret-tampered");
        }
    }

    @Test
    void aRowGivenToAnotherOwnerIsNotShownToThem() {
        assertThat(database.execute("update secret set owner = 'user:carol' where id = ?", id)).isEqualTo(1);

        refused(VaultApi.as("carol"), 409, "secret-tampered", "secret-tampered");
    }

    @Test
    void theRecordIsAsPublished() {
        reveal(user).statusCode(200);

        var record = SentEvents.ofThisJvm().await("audit-records.v1", event -> event.data().at("/subject/id").asText().equals(id)
                && event.data().get("type").asText().equals("secret.revealed"));
        JsonSchemas.assertValid("audit.recorded", record.data());
        assertThat(record.data().at("/actor/id").asText()).isEqualTo("revealer");
        assertThat(record.toString()).doesNotContain("canary");
    }

    private VaultApi signedIn(Instant at) {
        return VaultApi.with(TestTokens.person("revealer").withSignInAt(at).text());
    }

    private ValidatableResponse reveal(VaultApi caller) {
        return caller.request().post("/v1/secrets/" + id + "/reveal").then();
    }

    private void refused(VaultApi caller, int status, String code, String recorded) {
        reveal(caller).statusCode(status).body("code", equalTo(code)).body(not(containsString("canary")));
        assertThat(records("denied", recorded)).isEqualTo(1);
    }

    private long records(String outcome, String reason) {
        return database.count(
                """
                        select count(*) from outbox_message where topic = 'audit-records.v1' and data::jsonb ->> 'type' = 'secret.revealed'
                        and data::jsonb #>> '{subject,id}' = ? and data::jsonb ->> 'outcome' = ? and coalesce(data::jsonb ->> 'reason', 'null') = ?""",
                id, outcome, reason);
    }
}
