package ai.igent.maestro.vault.keyjob;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ai.igent.maestro.test.Database;
import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

/** Moving secrets to new data keys: nothing is lost, nothing is unreadable, nothing forged becomes genuine. */
@VaultTest
class ReencryptTest {
    @Inject
    Database database;

    /** A second request is answered with the job that is under way, and that one may know nothing of what is registered since. */
    @BeforeEach
    void endWhatOthersAskedFor() {
        Operator.does("reencrypt");
    }

    @Test
    void everyVersionAndDigestMovesToANewKey() {
        var user = VaultApi.as("mover");
        String id = user.register("MOVED", "canary-one");
        for (String value : List.of("canary-two", "canary-three"))
            user.changeValue(id, value);
        user.delete("/v1/secrets/" + id + "/versions/2").statusCode(204);
        String before = key("mover");

        var job = Operator.does("reencrypt");

        assertThat(job.getLong("done")).isPositive();
        String after = key("mover");
        assertThat(after).isNotEqualTo(before);
        assertThat(keysOf(id)).containsExactly(after);
        assertRevealed(user, id, "canary-three");
        user.request().post("/v1/secrets/" + id + "/versions/1/restore").then().statusCode(200);
        assertRevealed(user, id, "canary-one");
    }

    @Test
    void nothingVisibleChanges() {
        var user = VaultApi.as("unseen");
        String id = user.register("UNSEEN", "canary-unseen");
        var before = user.get("/v1/secrets/" + id).extract();

        Operator.does("reencrypt");

        var after = user.get("/v1/secrets/" + id).extract();
        assertThat(after.asString()).isEqualTo(before.asString());
        assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
        assertThat(database.events("secrets.v1", id)).containsExactly("secret.registered");
    }

    @Test
    void aLeakedValueIsStillRecognizedAfterItsVersionWasDestroyedAndMoved() {
        var user = VaultApi.as("leaker");
        String id = user.register("LEAKED", "canary-leaked");
        user.request().post("/v1/secrets/" + id + "/report-leak").then().statusCode(200);
        user.changeValue(id, "canary-fresh");
        user.delete("/v1/secrets/" + id + "/versions/1").statusCode(204);

        Operator.does("reencrypt");

        user.put("/v1/secrets/" + id + "/value", Map.of("value", "canary-leaked")).statusCode(409)
                .body("code", equalTo("value-compromised"));
    }

    @Test
    void aDeletedSecretMovesTooAndCanBeUndeleted() {
        var user = VaultApi.as("deleter");
        String id = user.register("DELETED", "canary-deleted");
        user.delete("/v1/secrets/" + id).statusCode(204);

        Operator.does("reencrypt");

        user.request().post("/v1/secrets/" + id + "/undelete").then().statusCode(200);
        assertRevealed(user, id, "canary-deleted");
    }

    @Test
    void aLongHistoryMovesWhole() {
        var user = VaultApi.as("historian");
        String id = user.register("HISTORY", "canary-0");
        for (int i = 1; i < 45; i++)
            user.changeValue(id, "canary-" + i);

        Operator.does("reencrypt");

        assertThat(keysOf(id)).containsExactly(key("historian"));
        for (int number : new int[]{1, 20, 21, 40, 41})
            user.request().post("/v1/secrets/" + id + "/versions/" + number + "/restore").then().statusCode(200);
    }

    @Test
    void aRequestSentAgainAfterwardsIsStillRecognized() {
        var user = VaultApi.as("repeater");
        var body = Map.of("name", "REPEATED", "value", "canary-repeated");
        String first = user.request().header("Idempotency-Key", "again").body(body).post("/v1/secrets").then().statusCode(201).extract()
                .path("id");

        Operator.does("reencrypt");

        user.request().header("Idempotency-Key", "again").body(body).post("/v1/secrets").then().statusCode(201).body("id", equalTo(first));
        user.request().header("Idempotency-Key", "again").body(Map.of("name", "OTHER", "value", "x")).post("/v1/secrets").then()
                .statusCode(409);
    }

    @Test
    void importingOverSecretsUnderAnEarlierKeyMakesNewVersions() {
        var user = VaultApi.as("importer-between");
        String id = user.register("BETWEEN", "canary-between");
        String old = key("importer-between");
        database.execute("update data_key set retired_at = now() where id = cast(? as uuid)", old);
        user.register("NEWER", "canary-newer");
        assertThat(key("importer-between")).isNotEqualTo(old);

        user.request().contentType("text/x-dotenv").body("BETWEEN=canary-imported\nNEWER=canary-newer\n")
                .post("/v1/secrets/import?overwrite=true").then().statusCode(200)
                .body("items.outcome", contains("new-version", "unchanged"));

        assertRevealed(user, id, "canary-imported");
    }

    @Test
    void aForgedRowIsNamedStaysAsItIsAndHoldsNobodyUp() {
        var user = VaultApi.as("forged-row");
        String forged = user.register("FORGED", "canary-forged");
        String honest = user.register("HONEST", "canary-honest");
        String bytes = user.register("BYTES", "canary-bytes");
        database.execute("update secret set variable = 'ANOTHER' where id = ?", forged);
        database.execute("update secret_version set sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1) where secret = ?", bytes);
        String before = rowOf(forged);

        var job = Operator.does("reencrypt");

        assertThat(job.getString("status")).isEqualTo("done-with-failures");
        assertThat(job.getList("failures.id")).contains(forged, bytes).doesNotContain(honest);
        assertThat(rowOf(forged)).isEqualTo(before);
        assertRevealed(user, honest, "canary-honest");
        user.request().post("/v1/secrets/" + forged + "/reveal").then().statusCode(409).body("code", equalTo("secret-tampered"));
        assertThat(database.column(
                """
                        select concat_ws(' ', data::json ->> 'outcome', data::json ->> 'reason') from outbox_message where topic = 'audit-records.v1'
                        and data::json ->> 'type' = 'data-key.replaced' and data::json #>> '{subject,id}' = ?""",
                forged))
                .contains("failure broken");
    }

    @Test
    void aSecretOpensWhileItsNeighboursHaveMovedAndItHasNot() throws Throwable {
        var user = VaultApi.as("halfway");
        String first = user.register("FIRST", "canary-first");
        String second = user.register("SECOND", "canary-second");
        String old = key("halfway");
        var job = new String[1];
        database.whileLocking("select 1 from secret where id = '" + second + "' for update", () -> {
            job[0] = Operator.asksTo("reencrypt");
            Operator.await(job[0], state -> !keysOf(first).contains(old));
            assertThat(keysOf(second)).containsExactly(old);
            assertRevealed(user, first, "canary-first");
            assertRevealed(user, second, "canary-second");
        });
        Operator.awaitEnd(job[0]);

        assertThat(keysOf(second)).isEqualTo(keysOf(first));
        assertRevealed(user, second, "canary-second");
    }

    @Test
    void aReplicaThatTakesOverGoesOnWhereTheOtherOneDiedAndTheDeadOneStoresNothing() throws Throwable {
        var user = VaultApi.as("taken-over");
        List<String> ids = IntStream.range(0, 5).mapToObj(i -> user.register("TAKEN_" + i, "canary-taken-" + i)).toList();
        String old = key("taken-over");
        var job = new String[1];
        database.whileLocking("select 1 from secret where id = '" + ids.get(2) + "' for update", () -> {
            job[0] = Operator.asksTo("reencrypt");
            Operator.await(job[0], state -> !keysOf(ids.get(1)).contains(old));
            database.execute("update key_job set fence = fence + 1, lease_until = now() + interval '1 hour' where id = ?", job[0]);
        });
        database.whileLocking("select 1 from secret where id = '" + ids.get(4) + "' for update",
                () -> assertThat(keysOf(ids.get(2))).containsExactly(old));
        long done = Operator.await(job[0], state -> true).getLong("done");

        database.execute("update key_job set lease_until = null where id = ?", job[0]);
        var end = Operator.awaitEnd(job[0]);

        assertThat(end.getLong("done")).isGreaterThan(done);
        assertThat(ids).allSatisfy(id -> assertThat(keysOf(id)).containsExactly(key("taken-over")));
        for (int i = 0; i < ids.size(); i++)
            assertRevealed(user, ids.get(i), "canary-taken-" + i);
    }

    /** Changes and moves run into each other as they happen to; whatever the order, no acknowledged change is lost and no read fails. */
    @Test
    void changesInTheMiddleOfItAreNeitherLostNorRefused() throws Exception {
        var user = VaultApi.as("busy");
        List<String> ids = IntStream.range(0, 12).mapToObj(i -> user.register("BUSY_" + i, "canary-" + i + "-0")).toList();
        var over = new AtomicBoolean();
        try (var threads = Executors.newCachedThreadPool()) {
            var changes = IntStream.range(0, 4).mapToObj(worker -> threads.submit(changing(user, ids, worker, over))).toList();
            reencryptOften(over);
            for (var change : changes)
                change.get().forEach((index, value) -> assertRevealed(user, ids.get(index), value));
        }
        Operator.does("reencrypt");

        assertThat(ids).allSatisfy(id -> assertThat(keysOf(id)).containsExactly(key("busy")));
    }

    private static void reencryptOften(AtomicBoolean over) {
        try {
            for (int round = 0; round < 3; round++)
                Operator.does("reencrypt");
        } finally {
            over.set(true);
        }
    }

    /** Gives secrets of its own, chosen by chance, new values; answers the last one of each. */
    private static Callable<Map<Integer, String>> changing(VaultApi user, List<String> ids, int worker, AtomicBoolean over) {
        return () -> {
            var random = new Random(worker);
            var last = new java.util.HashMap<Integer, String>();
            for (int i = 1; !over.get(); i++) {
                int index = worker * 3 + random.nextInt(3);
                String value = "canary-" + index + "-" + i;
                user.changeValue(ids.get(index), value);
                last.put(index, value);
                assertRevealed(user, ids.get(index), value);
            }
            return last;
        };
    }

    private String key(String user) {
        return database.column("select id::text from data_key where owner = ? and retired_at is null", "user:" + user).getFirst();
    }

    /** Every key that a part of the secret is under. */
    private List<String> keysOf(String secret) {
        return database.column(
                "select data_key::text from secret where id = ? union select data_key::text from secret_version where secret = ?",
                secret, secret);
    }

    private String rowOf(String secret) {
        return database.column("select row_to_json(s)::text from secret s where id = ?", secret).getFirst();
    }

    private static void assertRevealed(VaultApi user, String id, String value) {
        user.request().post("/v1/secrets/" + id + "/reveal").then().statusCode(200).body("value", equalTo(value));
    }
}
