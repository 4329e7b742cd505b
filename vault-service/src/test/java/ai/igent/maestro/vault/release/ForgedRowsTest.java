package ai.igent.maestro.vault.release;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.restassured.response.Response;

import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

/** Somebody with the database's password changes rows and waits for the owner to change the secret: no change makes what was forged genuine. */
@VaultTest
class ForgedRowsTest {
    private static final String OWNER = "forged";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static int names;

    private final VaultApi user = VaultApi.as(OWNER);
    private String name;
    private String id;

    @Inject
    Database database;

    @BeforeEach
    void givenASecretWithThreeVersions() {
        name = "FORGED_" + ++names;
        id = user.register(name, "canary-first");
        user.changeValue(id, "canary-second");
        user.changeValue(id, "canary-third");
    }

    @ParameterizedTest
    @ValueSource(strings = {"version = 1", "version = 2", "variable = 'FORGED'", "environment = 'production'", "kind = 'file'",
            "epoch = 2", "status = 'compromised'", "integration = 'gitlab'", "account = 'FORGED'", "tags = array['forged']",
            "description = 'forged'", "findings = array['format']", "rotate_every = 'P1D'",
            "value_changed_at = value_changed_at + interval '1 hour'", "expires_at = now() + interval '1 year'", "leaked_version = 1",
            "mac = set_byte(mac, 0, get_byte(mac, 0) # 1)"})
    void aForgedRow(String forgery) {
        change("update secret set " + forgery + " where id = ?", id);

        assertNothingMakesItGenuine();
    }

    @Test
    void reencryptionMovesNoForgedRow() {
        VaultApi.as("forger-helper").register("HELPER_" + names, "canary-helper");
        var forged = new ArrayList<String>();
        for (String forgery : List.of("version = 2", "variable = 'FORGED'", "kind = 'file'", "epoch = 2", "leaked_version = 1",
                "data_key = (select id from data_key where owner = 'user:forger-helper' limit 1)")) {
            givenASecretWithThreeVersions();
            database.execute("update secret set " + forgery + " where id = ?", id);
            forged.add(database.column("select concat_ws(' ', id, data_key, mac) from secret where id = ?", id).getFirst());
        }

        reencrypt();

        assertThat(forged).allSatisfy(row -> assertThat(
                database.column("select concat_ws(' ', id, data_key, mac) from secret where id = ?", row.split(" ")[0]))
                .containsExactly(row));
        assertNeverReleased();
    }

    @Test
    void aRowThatPointsToAnotherKeyOfItsOwner() {
        change("update data_key set retired_at = now() where retired_at is null and owner = ?", "user:" + OWNER);
        user.register("UNDER_ANOTHER_KEY_" + names, "canary-other");
        change("update secret set data_key = (select id from data_key where owner = ? and retired_at is null) where id = ?",
                "user:" + OWNER, id);

        assertNothingMakesItGenuine();
    }

    @Test
    void aRowThatPointsToAnotherOwnersKey() {
        VaultApi.as("forger-helper").register("HELPER_" + names, "canary-helper");
        change("update secret set data_key = (select id from data_key where owner = 'user:forger-helper' and retired_at is null) where id = ?",
                id);

        assertNothingMakesItGenuine();
    }

    @Test
    void aWholeRowOfAnEarlierStateBesideTheVersionsOfNow() {
        rollBackTheRowAfter(() -> user.changeValue(id, "canary-fourth"));

        assertNothingMakesItGenuine();
    }

    @Test
    void aCurrentVersionThatWasRemoved() {
        rollBackTheRowAfter(() -> user.changeValue(id, "canary-fourth"));
        change("delete from secret_version where secret = ? and number = 3", id);

        assertNothingMakesItGenuine();
    }

    @Test
    void anEarlierVersionThatWasRemovedSoThatALeakIsForgotten() {
        user.request().post("/v1/secrets/" + id + "/report-leak").then().statusCode(200);
        change("delete from secret_version where secret = ? and number = 1", id);

        assertTampered(user.put("/v1/secrets/" + id + "/value", Map.of("value", "canary-first")).extract().response());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "update secret_version set digest = (select digest from secret_version where secret = ? and number = 3) where secret = ? and number = 1",
            "update secret_version set digest = (select digest from secret_version where secret <> ? limit 1) where secret = ? and number = 1",
            "update secret_version set digest = '' where secret = ? and secret = ? and number = 1"})
    void aForgedDigestDoesNotLetALeakedValueIn(String forgery) {
        user.request().post("/v1/secrets/" + id + "/report-leak").then().statusCode(200);
        change(forgery, id, id);

        assertTampered(user.put("/v1/secrets/" + id + "/value", Map.of("value", "canary-first")).extract().response());
        assertNeverReleased();
    }

    @Test
    void swappedDataKeysOfTwoOwners() {
        String theirs = VaultApi.as("swapped").register("SWAPPED_" + names, "canary-swapped");
        database.execute(
                "create table swap as select owner, ciphertext from data_key where owner in ('user:swapped', ?) and retired_at is null",
                "user:" + OWNER);
        database.execute("""
                update data_key k set ciphertext = s.ciphertext from swap s
                where k.owner in ('user:swapped', ?) and k.retired_at is null and s.owner <> k.owner""", "user:" + OWNER);
        try {
            assertNeverReleased();
            user.request().post("/v1/secrets/" + id + "/reveal").then().statusCode(409).body("code", equalTo("secret-tampered"));
            VaultApi.as("swapped").request().post("/v1/secrets/" + theirs + "/reveal").then().statusCode(409);
        } finally {
            database.execute(
                    "update data_key k set ciphertext = s.ciphertext from swap s where s.owner = k.owner and k.retired_at is null");
            database.execute("drop table swap");
        }
    }

    private void rollBackTheRowAfter(Runnable changes) {
        database.execute("create table kept_row as select * from secret where id = ?", id);
        changes.run();
        change("""
                update secret set (version, epoch, sequence, status, mac, updated_at) =
                (select version, epoch, sequence, status, mac, updated_at from kept_row) where id = ?""", id);
        database.execute("drop table kept_row");
    }

    private void assertNothingMakesItGenuine() {
        String path = "/v1/secrets/" + id;
        assertNeverReleased();
        assertNotRevealed();
        List.of(user.patch(path, Map.of("description", "described anew")), user.put(path + "/value", Map.of("value", "canary-new")),
                user.request().post(path + "/versions/1/restore").then(), user.request().post(path + "/versions/2/restore").then(),
                user.request().post(path + "/report-leak").then(), user.delete(path + "/versions/1"))
                .forEach(answer -> assertTampered(answer.extract().response()));
        assertNotImportedOver();
        user.delete(path).statusCode(204);
        assertTampered(user.request().post(path + "/undelete"));
        assertNeverReleased();
        assertNotRevealed();
    }

    /** One that does not look like the same secret any more is no reason to refuse the line; it becomes another secret. */
    private void assertNotImportedOver() {
        long versions = database.count("select count(*) from secret_version where secret = ?", id);
        user.request().contentType("text/x-dotenv").body(name + "=canary-imported").post("/v1/secrets/import?overwrite=true").then()
                .statusCode(anyOf(is(422), is(409), is(200)));
        assertThat(database.count("select count(*) from secret_version where secret = ?", id)).isEqualTo(versions);
    }

    private static void assertTampered(Response answer) {
        answer.then().statusCode(409).body("code", equalTo("secret-tampered"));
    }

    private static void reencrypt() {
        var operator = VaultApi.with(TestTokens.operator());
        String job = operator.request().post("/v1/admin/keys/reencrypt").then().statusCode(202).extract().path("id");
        String status = "pending";
        for (Instant end = Instant.now().plus(PATIENCE); !status.startsWith("done") && Instant.now().isBefore(end);)
            status = operator.get("/v1/admin/jobs/" + job).statusCode(200).extract().path("status");
        assertThat(status).isEqualTo("done-with-failures");
    }

    private void assertNeverReleased() {
        for (long epoch = 1; epoch <= 4; epoch++)
            VaultApi.with(TestTokens.service("sandbox-injector"))
                    .post("/internal/v1/resolve", Map.of("grant", TestGrant.forSessionOf(OWNER).with(id, "user", OWNER, epoch).text()))
                    .statusCode(200).body("values", empty());
    }

    /** A current version that was removed leaves nothing to be shown. */
    private void assertNotRevealed() {
        user.request().post("/v1/secrets/" + id + "/reveal").then().statusCode(anyOf(is(409), is(404)));
    }

    private void change(String sql, Object... parameters) {
        assertThat(database.execute(sql, parameters)).isPositive();
    }
}
