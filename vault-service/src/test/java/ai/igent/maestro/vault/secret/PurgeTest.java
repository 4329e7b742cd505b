package ai.igent.maestro.vault.secret;

import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.vertx.VertxContextSupport;

import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.JsonSchemas;
import ai.igent.maestro.test.SentEvents;
import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.equalTo;

@VaultTest
class PurgeTest {
    private static int names;

    private final VaultApi user = VaultApi.as("purger");
    private String id;

    @Inject
    Database database;

    @Inject
    PurgeDeleted purgeDeleted;

    @BeforeEach
    void givenASecretWithTwoVersions() {
        id = user.register("PURGED_" + ++names, "canary-one");
        user.changeValue(id, "canary-two");
    }

    @Test
    void purgingLeavesNoSealedValue() {
        user.delete(path() + "?purge=true").statusCode(204);

        assertGone(id);
        user.get(path()).statusCode(404);
        user.delete(path() + "?purge=true").statusCode(404);
        user.register("PURGED_" + names, "canary-again");
    }

    @Test
    void whatIsDeletedAlreadyIsPurgedToo() {
        user.delete(path()).statusCode(204);
        user.delete(path() + "?purge=true").statusCode(204);

        assertGone(id);
    }

    @Test
    void aBrokenSecretIsPurgedToo() {
        assertThat(database.execute("update secret set variable = 'FORGED' where id = ?", id)).isEqualTo(1);

        user.delete(path() + "?purge=true").statusCode(204);
        assertGone(id);
    }

    @Test
    void anythingButTrueOrFalseIsRefused() {
        user.delete(path() + "?purge=yes").statusCode(422).body("errors[0].field", equalTo("purge"));
        user.delete(path() + "?purge=false").statusCode(204);
        user.request().post(path() + "/undelete").then().statusCode(200);
    }

    @Test
    void aStaleTagIsRefused() {
        user.request().header("If-Match", "\"1\"").delete(path() + "?purge=true").then().statusCode(412);
        user.get(path()).statusCode(200);
    }

    @Test
    void anOrganizationsSecretIsPurgedByItsAdminsAlone() {
        String shared = VaultApi.as("alice")
                .register(Map.of("name", "SHARED_PURGE_" + names, "value", "canary-org", "organization", "acme"));

        VaultApi.as("bob").delete("/v1/secrets/" + shared + "?purge=true").statusCode(403);
        VaultApi.as("alice").delete("/v1/secrets/" + shared + "?purge=true").statusCode(204);
    }

    @Test
    void theDeletionAndThePurgeAreAnnouncedInOrderAndOnRecord() {
        user.delete(path() + "?purge=true").statusCode(204);

        var sent = SentEvents.ofThisJvm();
        var events = sent.await("secrets.v1", event -> event.subject().equals(id), 4);
        assertThat(events).extracting(event -> event.type()).containsExactly("secret.registered", "secret.value-changed", "secret.deleted",
                "secret.purged");
        assertThat(events).extracting(event -> event.data().get("sequence").asInt()).containsExactly(1, 2, 3, 4);
        assertThat(events).allSatisfy(event -> JsonSchemas.assertValid(event.type(), event.data()));
        assertThat(sent.await("audit-records.v1", record -> isPurge(record.data(), id)).data().at("/actor/id").asText())
                .isEqualTo("purger");
    }

    @Test
    void aRequestWhoseResultWasPurgedIsNotAnsweredWithIt() {
        var body = Map.of("name", "ONCE_" + names, "value", "canary-once");
        var request = user.request().header("Idempotency-Key", "purge-" + id).body(body);
        String made = request.post("/v1/secrets").then().statusCode(201).extract().path("id");
        user.delete("/v1/secrets/" + made + "?purge=true").statusCode(204);

        user.request().header("Idempotency-Key", "purge-" + id).body(body).post("/v1/secrets").then().statusCode(409).body("code",
                equalTo("secret-purged"));
    }

    @Test
    void sevenDaysAfterItsDeletionASecretIsPurgedByTheService() throws Throwable {
        String fresh = user.register("FRESH_" + names, "canary-fresh");
        String kept = user.register("KEPT_" + names, "canary-kept");
        user.delete("/v1/secrets/" + fresh).statusCode(204);
        deletedLongAgo(id);

        purgeWhatIsDue();

        assertGone(id);
        user.get("/v1/secrets/" + fresh).statusCode(200);
        user.get("/v1/secrets/" + kept).statusCode(200);
        var record = SentEvents.ofThisJvm().await("audit-records.v1", event -> isPurge(event.data(), id)).data();
        assertThat(record.at("/actor/kind").asText()).isEqualTo("system");
        JsonSchemas.assertValid("audit.recorded", record);
    }

    @Test
    void moreThanOneBatchIsPurgedInOneGo() throws Throwable {
        for (int i = 0; i < 101; i++)
            deletedLongAgo(user.register("MANY_" + names + "_" + i, "canary-many"));

        purgeWhatIsDue();

        assertThat(database.count("select count(*) from secret where owner = 'user:purger' and name like ?", "MANY_" + names + "_%"))
                .isZero();
    }

    @Test
    void whatSomebodyElseHasLockedIsLeftForTheNextTime() throws Throwable {
        String other = user.register("OTHER_PURGED_" + names, "canary-other");
        deletedLongAgo(id);
        deletedLongAgo(other);

        database.whileLocking("select 1 from secret where id = '" + id + "' for update", this::purgeWhatIsDue);
        assertGone(other);
        user.get(path()).statusCode(200);

        purgeWhatIsDue();
        assertGone(id);
    }

    @Test
    void whatCannotBePutOnRecordIsNotPurged() {
        deletedLongAgo(id);
        database.execute("alter table outbox_message rename to outbox_message_away");
        try {
            assertThat(catchThrowable(this::purgeWhatIsDue)).isNotNull();
        } finally {
            database.execute("alter table outbox_message_away rename to outbox_message");
        }
        assertThat(database.count("select count(*) from secret_version where secret = ?", id)).isEqualTo(2);
    }

    private void deletedLongAgo(String secret) {
        user.delete("/v1/secrets/" + secret).statusCode(204);
        database.execute("update secret set deleted_at = deleted_at - interval '7 days 1 minute' where id = ?", secret);
    }

    private void purgeWhatIsDue() throws Throwable {
        VertxContextSupport.subscribeAndAwait(purgeDeleted::all);
    }

    private static boolean isPurge(JsonNode record, String secret) {
        return record.at("/subject/id").asText().equals(secret) && record.get("type").asText().equals("secret.purged");
    }

    private void assertGone(String secret) {
        assertThat(database.count("select count(*) from secret where id = ?", secret)).isZero();
        assertThat(database.count("select count(*) from secret_version where secret = ?", secret)).isZero();
    }

    private String path() {
        return "/v1/secrets/" + id;
    }
}
