package ai.igent.maestro.vault.secret;

import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** Unless an operator said otherwise, a row of the first format is no better than one that was changed by hand. */
@VaultTest
class FirstFormatRefusedTest {
    private final VaultApi user = VaultApi.as("first-format-refused");

    @Inject
    FirstFormatRows rows;

    @Test
    void itIsNeitherOpenedNorMadeGenuineByAChange() throws Throwable {
        String id = user.register("FIRST", "canary-first");
        rows.sealAsBefore(id);

        String path = "/v1/secrets/" + id;
        user.request().post(path + "/reveal").then().statusCode(409).body("code", equalTo("secret-tampered"));
        user.patch(path, Map.of("description", "anew")).statusCode(409).body("code", equalTo("secret-tampered"));
        user.put(path + "/value", Map.of("value", "canary-second")).statusCode(409).body("code", equalTo("secret-tampered"));
        assertThat(rows.isOfFirstFormat(id)).isTrue();
    }
}
