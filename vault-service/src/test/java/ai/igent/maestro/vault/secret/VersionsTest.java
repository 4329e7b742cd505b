package ai.igent.maestro.vault.secret;

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
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

@VaultTest
class VersionsTest {
    private static int names;

    private final VaultApi user = VaultApi.as("historian");
    private String id;

    @Inject
    Database database;

    @BeforeEach
    void givenASecretWithThreeVersions() {
        id = user.register("HISTORIC_" + ++names, "canary-one");
        user.changeValue(id, "canary-two");
        user.changeValue(id, "canary-three");
    }

    @Test
    void aRestoredVersionIsANewOneWithTheOldValue() {
        restore(1).statusCode(200).body("version", equalTo(4)).body("status", equalTo("active"));

        assertThat(value()).isEqualTo("canary-one");
        user.get(path() + "/versions").body("items.version", contains(4, 3, 2, 1)).body("items.current",
                contains(true, false, false, false));
    }

    @Test
    void aDestroyedVersionIsGoneAndStaysInTheHistory() {
        destroy(1).statusCode(204);

        assertThat(sealed(1)).isZero();
        assertThat(sealed(2)).isEqualTo(1);
        user.get(path() + "/versions").body("items.destroyed", contains(false, false, true));
        restore(1).statusCode(409).body("code", equalTo("version-destroyed"));
        destroy(1).statusCode(409).body("code", equalTo("version-destroyed"));
        assertThat(value()).isEqualTo("canary-three");
    }

    @Test
    void theCurrentVersionIsNeitherRestoredNorDestroyed() {
        restore(3).statusCode(409).body("code", equalTo("version-current"));
        destroy(3).statusCode(409).body("code", equalTo("version-current"));
    }

    @Test
    void whatIsNoVersionIsNotFound() {
        for (String number : new String[]{"4", "0", "-1", "x", "99999999999999999999"}) {
            user.request().post(path() + "/versions/" + number + "/restore").then().statusCode(404);
            user.delete(path() + "/versions/" + number).statusCode(404);
        }
    }

    @Test
    void aDeletedSecretsVersionsStayAsTheyAre() {
        user.delete(path()).statusCode(204);

        restore(1).statusCode(409).body("code", equalTo("secret-deleted"));
        destroy(1).statusCode(409).body("code", equalTo("secret-deleted"));
    }

    @Test
    void aStaleTagIsRefused() {
        user.request().header("If-Match", "\"1\"").post(path() + "/versions/1/restore").then().statusCode(412);
        user.request().header("If-Match", "\"1\"").delete(path() + "/versions/1").then().statusCode(412);
        user.request().header("If-Match", "\"3\"").delete(path() + "/versions/1").then().statusCode(204);
    }

    @Test
    void anOldValueChangedByHandIsNotRestored() {
        assertThat(
                database.execute("update secret_version set sealed = (select sealed from secret_version where secret = ? and number = 2) "
                        + "where secret = ? and number = 1", id, id))
                .isEqualTo(1);

        restore(1).statusCode(409).body("code", equalTo("secret-tampered"));
        assertThat(value()).isEqualTo("canary-three");
    }

    @Test
    void aRowChangedByHandIsNotBuiltUpon() {
        assertThat(database.execute("update secret set epoch = 9 where id = ?", id)).isEqualTo(1);

        restore(1).statusCode(409).body("code", equalTo("secret-tampered"));
        destroy(1).statusCode(409).body("code", equalTo("secret-tampered"));
    }

    @Test
    void bothAreOnRecordAndARestoredValueIsAnnouncedAsANewOne() {
        restore(1).statusCode(200);
        destroy(2).statusCode(204);

        var sent = SentEvents.ofThisJvm();
        var records = sent.await("audit-records.v1", event -> event.data().at("/subject/id").asText().equals(id), 5);
        assertThat(records).extracting(record -> record.data().get("type").asText()).containsExactly("secret.registered",
                "secret.value-changed", "secret.value-changed", "secret.version-restored", "secret.version-destroyed");
        assertThat(records).allSatisfy(record -> JsonSchemas.assertValid("audit.recorded", record.data()));
        var events = sent.await("secrets.v1", event -> event.subject().equals(id), 4);
        assertThat(events.getLast().type()).isEqualTo("secret.value-changed");
        assertThat(events.getLast().data().get("version").asInt()).isEqualTo(4);
    }

    private ValidatableResponse restore(long number) {
        return user.request().post(path() + "/versions/" + number + "/restore").then();
    }

    private ValidatableResponse destroy(long number) {
        return user.delete(path() + "/versions/" + number);
    }

    private String value() {
        return user.request().post(path() + "/reveal").then().statusCode(200).extract().path("value");
    }

    private long sealed(long number) {
        return database.count("select count(*) from secret_version where secret = ? and number = ? and sealed is not null", id, number);
    }

    private String path() {
        return "/v1/secrets/" + id;
    }
}
