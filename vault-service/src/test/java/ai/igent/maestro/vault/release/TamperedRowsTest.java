package ai.igent.maestro.vault.release;

import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

/** Somebody with the database's password changes rows; no value leaves that should not. */
@VaultTest
class TamperedRowsTest {
    private static final String OWNER = "tampered";
    private static final VaultApi INJECTOR = VaultApi.with(TestTokens.service("sandbox-injector"));
    private static int names;

    private final VaultApi user = VaultApi.as(OWNER);
    private String id;

    @Inject
    Database database;

    @BeforeEach
    void givenASecretWithTwoVersions() {
        id = user.register("TAMPERED_" + ++names, "canary-first");
        user.changeValue(id, "canary-second");
    }

    @Test
    void anUntouchedRowIsReleased() {
        assertReleased(1);
    }

    @Test
    void aPointerRolledBackToAnEarlierVersion() {
        change("update secret set version = 1 where id = ?", id);
        assertBroken(1);
    }

    @Test
    void anEarlierValuePutUnderTheCurrentVersion() {
        change("update secret_version set sealed = (select sealed from secret_version where secret = ? and number = 1) "
                + "where secret = ? and number = 2", id, id);
        assertBroken(1);
    }

    @Test
    void aWholeRowRestoredFromBeforeTheLastValue() {
        String before = user.register("ROLLED_BACK_" + names, "canary-first");
        database.execute("create table kept as select * from secret where id = ?", before);
        user.changeValue(before, "canary-second");
        change("update secret set (version, sequence, mac, updated_at) = (select version, sequence, mac, updated_at from kept) where id = ?",
                before);
        database.execute("drop table kept");

        id = before;
        assertBroken(1);
    }

    @Test
    void theValueOfAnotherSecretOfTheSameOwner() {
        String other = user.register("OTHER_" + names, "canary-other");
        user.changeValue(other, "canary-other-second");
        change("update secret_version set sealed = (select sealed from secret_version where secret = ? and number = 2) "
                + "where secret = ? and number = 2", other, id);
        assertBroken(1);
    }

    @Test
    void aRowGivenToAnotherOwner() {
        String theirs = VaultApi.as("victim").register(Map.of("name", "VICTIM", "value", "canary-victim", "account", "A" + names));
        change("update secret set owner = 'user:" + OWNER + "' where id = ?", theirs);

        id = theirs;
        assertBroken(1);
    }

    @Test
    void aRowGivenToAnotherOwnerWithThatOwnersKey() {
        String theirs = VaultApi.as("victim").register(Map.of("name", "VICTIM_2", "value", "canary-victim", "account", "A" + names));
        change("update secret set owner = 'user:" + OWNER + "', mac = (select mac from secret where id = ?), "
                + "data_key = (select data_key from secret where id = ?) where id = ?", id, id, theirs);

        id = theirs;
        assertBroken(1);
    }

    @Test
    void anotherVariableKindOrEnvironment() {
        for (String change : new String[]{"variable = 'LABELLED'", "environment = 'production'", "name = 'RELABELLED'",
                "expires_at = now() + interval '1 year'"}) {
            givenASecretWithTwoVersions();
            change("update secret set " + change + " where id = ?", id);
            assertBroken(1);
        }
    }

    @Test
    void anEpochTurnedBackToWhereConsentWasGiven() {
        user.patch("/v1/secrets/" + id, Map.of("environment", "production")).statusCode(200);
        change("update secret set epoch = 1 where id = ?", id);
        assertBroken(1);
    }

    @Test
    void aDeletionUndoneByHand() {
        user.delete("/v1/secrets/" + id).statusCode(204);
        change("update secret set status = 'active', deleted_at = null, epoch = 1 where id = ?", id);
        assertBroken(1);
    }

    @Test
    void aDeletionUndoneByHandWithoutTheEpoch() {
        user.delete("/v1/secrets/" + id).statusCode(204);
        change("update secret set status = 'active', deleted_at = null where id = ?", id);
        assertBroken(2);
    }

    @Test
    void aLeakReportUndoneByHand() {
        user.request().post("/v1/secrets/" + id + "/report-leak").then().statusCode(200);
        change("update secret set status = 'active' where id = ?", id);
        assertBroken(2);
        change("update secret set leaked_version = 0 where id = ?", id);
        assertBroken(2);
    }

    @Test
    void aLeakReportUndoneByHandWithANewValueThatIsStillTheLeakedOne() {
        user.request().post("/v1/secrets/" + id + "/report-leak").then().statusCode(200);
        change("update secret set status = 'active', leaked_version = 0, epoch = 1 where id = ?", id);
        assertBroken(1);
        user.put("/v1/secrets/" + id + "/value", Map.of("value", "canary-second")).statusCode(409);
    }

    @Test
    void aChangedByteOfTheSealedValue() {
        change("update secret_version set sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1) where secret = ? and number = 2", id);
        assertBroken(1);
    }

    @Test
    void aWrappedKeyThatWasChanged() {
        String other = VaultApi.as("wrapped-" + names).register("WRAPPED", "canary-wrapped");
        change("update data_key set ciphertext = (select ciphertext from data_key where retired_at is null and owner = 'user:" + OWNER
                + "') where owner = ?",
                "user:wrapped-" + names);

        var grant = TestGrant.forSessionOf("wrapped-" + names).with(other);
        INJECTOR.post("/internal/v1/resolve", Map.of("grant", grant.text())).statusCode(200).body("values", empty())
                .body("failed.code", contains("broken"));
    }

    private void change(String sql, Object... parameters) {
        assertThat(database.execute(sql, parameters)).isEqualTo(1);
    }

    private void assertReleased(long epoch) {
        INJECTOR.post("/internal/v1/resolve", Map.of("grant", grant(epoch))).statusCode(200).body("values.id", contains(id));
    }

    private void assertBroken(long epoch) {
        INJECTOR.post("/internal/v1/resolve", Map.of("grant", grant(epoch))).statusCode(200).body("values", empty())
                .body("failed.id", contains(id)).body("failed.code", contains("broken"));
    }

    private String grant(long epoch) {
        return TestGrant.forSessionOf(OWNER).with(id, "user", OWNER, epoch).text();
    }
}
