package ai.igent.maestro.vault.keyjob;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.SentEvents;
import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

/** Crypto-shredding: an owner's keys are destroyed and nobody reads what was under them, from anywhere. */
@VaultTest
class DestroyKeysTest {
    @Inject
    Database database;

    @Test
    void noWrappedKeyOfTheOwnerIsLeftAnywhere() {
        var user = VaultApi.as("shredded");
        user.register("SHREDDED", "canary-shredded");
        String wrapped = database.column("select ciphertext from data_key where owner = 'user:shredded'").getFirst();

        Operator.awaitEnd(Operator.destroys("user:shredded"));

        assertThat(database.dump()).doesNotContain(wrapped);
        assertThat(database.column("""
                select data::json #>> '{actor,kind}' from outbox_message where topic = 'audit-records.v1'
                and data::json ->> 'type' = 'data-key.destroyed' and data::json #>> '{subject,id}' = 'user:shredded'"""))
                .containsExactly("operator");
    }

    @Test
    void theValueIsGoneAtOnceAlthoughTheKeyIsStillInMemory() throws Throwable {
        var user = VaultApi.as("shredded-at-once");
        String id = user.register("AT_ONCE", "canary-at-once");
        reveal(user, id).statusCode(200);
        var job = new String[1];

        database.whileLocking("select 1 from secret where id = '" + id + "' for update", () -> {
            job[0] = Operator.destroys("user:shredded-at-once");
            reveal(user, id).statusCode(409).body("code", equalTo("secret-destroyed"));
            user.get("/v1/secrets").statusCode(200).body("items.id", contains(id));
        });
        Operator.awaitEnd(job[0]);

        reveal(user, id).statusCode(409).body("code", equalTo("secret-deleted"));
        user.request().post("/v1/secrets/" + id + "/undelete").then().statusCode(409).body("code", equalTo("secret-destroyed"));
        user.get("/v1/secrets").statusCode(200).body("items", empty());
        user.get("/v1/secrets?status=deleted").statusCode(200).body("items.id", contains(id));
    }

    @Test
    void whoeverHoldsOnToTheSecretsIsToldAndConsentEnds() {
        var user = VaultApi.as("shredded-consent");
        List<String> ids = List.of(user.register("ONE", "canary-1"), user.register("TWO", "canary-2"));

        var job = Operator.awaitEnd(Operator.destroys("user:shredded-consent"));

        assertThat(job.getLong("done")).isEqualTo(2);
        for (String id : ids) {
            var event = SentEvents.ofThisJvm().await("secrets.v1",
                    sent -> sent.subject().equals(id) && sent.type().equals("secret.deleted"));
            assertThat(event.data().path("epoch").asLong()).isEqualTo(2);
        }
    }

    @Test
    void aNewSecretGetsANewKeyAndMayHaveTheSameName() {
        var user = VaultApi.as("shredded-again");
        user.register("AGAIN", "canary-first");
        Operator.awaitEnd(Operator.destroys("user:shredded-again"));

        String id = user.register("AGAIN", "canary-second");

        reveal(user, id).statusCode(200).body("value", equalTo("canary-second"));
    }

    @Test
    void otherOwnersKeepTheirs() {
        var other = VaultApi.as("not-shredded");
        String id = other.register("KEPT", "canary-kept");
        VaultApi.as("shredded-alone").register("GONE", "canary-gone");

        Operator.awaitEnd(Operator.destroys("user:shredded-alone"));

        reveal(other, id).statusCode(200).body("value", equalTo("canary-kept"));
    }

    @Test
    void aReplicaThatTakesOverDeletesTheRestAndTellsOfEachOnce() throws Throwable {
        var user = VaultApi.as("shredded-over");
        String lines = IntStream.range(0, 130).mapToObj(i -> "OVER_" + i + "=canary-" + i).collect(Collectors.joining("\n"));
        List<String> ids = user.request().contentType("text/x-dotenv").body(lines).post("/v1/secrets/import").then().statusCode(200)
                .extract()
                .path("items.id");
        var job = new String[1];
        database.whileLocking("select 1 from secret where owner = 'user:shredded-over' order by id desc limit 1 for update", () -> {
            job[0] = Operator.destroys("user:shredded-over");
            Operator.await(job[0], state -> state.getLong("done") == 100);
            database.execute("update key_job set fence = fence + 1, lease_until = now() + interval '1 hour' where id = ?", job[0]);
        });

        database.execute("update key_job set lease_until = null where id = ?", job[0]);

        assertThat(Operator.awaitEnd(job[0]).getLong("done")).isEqualTo(130);
        assertThat(ids)
                .allSatisfy(id -> assertThat(database.events("secrets.v1", id)).containsExactly("secret.registered", "secret.deleted"));
    }

    @Test
    void destroyingAgainIsHarmless() {
        VaultApi.as("shredded-twice").register("TWICE", "canary-twice");

        Operator.awaitEnd(Operator.destroys("user:shredded-twice"));

        assertThat(Operator.awaitEnd(Operator.destroys("user:shredded-twice")).getLong("done")).isZero();
    }

    @Test
    void whatWasSealedJustBeforeIsNotStoredUnderADestroyedKey() {
        var user = VaultApi.as("shredded-late");
        String id = user.register("LATE", "canary-late");
        Operator.awaitEnd(Operator.destroys("user:shredded-late"));

        assertThatThrownBy(() -> database.execute("""
                insert into secret_version (secret, number, data_key, sealed, digest, created_by, created_at)
                select secret, 2, data_key, sealed, digest, created_by, created_at from secret_version where secret = ?""", id))
                .hasMessageContaining("the data key is gone");
    }

    @Test
    void reencryptionPassesOverWhatWasDestroyed() {
        var user = VaultApi.as("shredded-passed");
        String id = user.register("PASSED", "canary-passed");
        Operator.awaitEnd(Operator.destroys("user:shredded-passed"));
        user.register("NEXT", "canary-next");

        assertThat(Operator.does("reencrypt").getList("failures.id")).doesNotContain(id);
    }

    @Test
    void anImportOverThemIsAnswered() {
        var user = VaultApi.as("shredded-import");
        user.register("IMPORTED", "canary-before");
        Operator.awaitEnd(Operator.destroys("user:shredded-import"));

        user.request().contentType("text/x-dotenv").body("IMPORTED=canary-after").post("/v1/secrets/import").then().statusCode(not(500))
                .body("items.outcome", contains("created"));
    }

    private static io.restassured.response.ValidatableResponse reveal(VaultApi user, String id) {
        return user.request().body(Map.of()).post("/v1/secrets/" + id + "/reveal").then();
    }
}
