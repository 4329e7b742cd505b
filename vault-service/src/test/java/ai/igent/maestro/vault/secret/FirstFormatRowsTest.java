package ai.igent.maestro.vault.secret;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;

import ai.igent.maestro.test.Database;
import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;
import ai.igent.maestro.vault.keyjob.Operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** An installation that was there before, while its operator has rows of the first format believed. */
@VaultTest
@TestProfile(FirstFormatRowsTest.Believed.class)
class FirstFormatRowsTest {
    private static int names;

    private final VaultApi user = VaultApi.as("first-format");
    private String id;

    @Inject
    Database database;

    @Inject
    FirstFormatRows rows;

    @BeforeEach
    void givenARowOfTheFirstFormat() throws Throwable {
        id = user.register(Map.of("name", "FIRST_" + ++names, "value", "canary-first", "integration", "github"));
        rows.sealAsBefore(id);
    }

    @Test
    void itGoesOnBeingOpened() throws Throwable {
        assertThat(rows.isOfFirstFormat(id)).isTrue();

        reveal().statusCode(200).body("value", equalTo("canary-first"));
    }

    @Test
    void whatItDoesCoverIsStillHeldAgainstIt() {
        assertThat(database.execute("update secret set variable = 'FORGED' where id = ?", id)).isEqualTo(1);

        reveal().statusCode(409).body("code", equalTo("secret-tampered"));
    }

    @Test
    void itsOwnersNextChangeSealsEveryLabel() throws Throwable {
        user.patch("/v1/secrets/" + id, Map.of("description", "described anew")).statusCode(200);

        assertThat(rows.isOfFirstFormat(id)).isFalse();
        assertThat(database.execute("update secret set integration = 'gitlab' where id = ?", id)).isEqualTo(1);
        reveal().statusCode(409).body("code", equalTo("secret-tampered"));
    }

    @Test
    void reencryptionSealsEveryLabel() throws Throwable {
        Operator.does("reencrypt");

        assertThat(rows.isOfFirstFormat(id)).isFalse();
        reveal().statusCode(200).body("value", equalTo("canary-first"));
    }

    private ValidatableResponse reveal() {
        return user.request().post("/v1/secrets/" + id + "/reveal").then();
    }

    /** What an operator sets for the time of the upgrade. */
    public static class Believed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("maestro.vault.seals.first-format-until", Instant.now().plus(Duration.ofDays(1)).toString());
        }
    }
}
