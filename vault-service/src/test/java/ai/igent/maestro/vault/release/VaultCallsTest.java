package ai.igent.maestro.vault.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.restassured.response.ValidatableResponse;

import ai.igent.maestro.test.PreparedVault;
import ai.igent.maestro.test.RealVault;
import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

/** How often Vault is asked, by its own record. */
@VaultTest
@WithTestResource(value = RealVault.class, initArgs = @ResourceArg(name = "service", value = "vault-service"))
class VaultCallsTest {
    private static final int MANY = Integer.getInteger("maestro.test.vault-calls", 200);
    private static final Logger LOG = Logger.getLogger(VaultCallsTest.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    @RealVault.Injected
    PreparedVault vault;

    @TempDir
    Path folder;

    @BeforeEach
    void putEveryRequestOnRecord() {
        vault.root().post("sys/audit/calls", Map.of("type", "file", "options", Map.of("file_path", log().toString())));
    }

    @AfterEach
    void stopTheRecord() {
        vault.root().status("DELETE", "sys/audit/calls", Map.of());
    }

    @Test
    void creatingAndResolvingManySecretsOfOneOwnerAsksForOneDataKey() throws IOException {
        var user = VaultApi.as("collector");
        var ids = IntStream.range(0, MANY).mapToObj(i -> user.register("MANY_" + i, "canary-" + i)).toList();
        for (String id : ids)
            resolve(TestGrant.forSessionOf("collector").with(id)).body("values", hasSize(1));

        var calls = transitCalls();
        LOG.infof("%d creates and %d resolves of one owner asked Vault for %s", MANY, MANY, calls);
        assertThat(calls).containsEntry("transit/datakey/plaintext/vault-service", 1L)
                .doesNotContainKeys("transit/decrypt/vault-service", "transit/rewrap/vault-service");
    }

    @Test
    void theRecordHoldsNoKeyAndNoOwnerInTheClear() throws IOException {
        VaultApi.as("recorded").register("RECORDED", "canary-recorded");

        assertThat(Files.readString(log())).contains("transit/datakey/plaintext/vault-service").doesNotContain("recorded");
    }

    private static ValidatableResponse resolve(TestGrant grant) {
        return VaultApi.with(TestTokens.service("sandbox-injector")).post("/internal/v1/resolve", Map.of("grant", grant.text()))
                .statusCode(200);
    }

    /** Counts the requests by path; those of the tests themselves are not among them. */
    private Map<String, Long> transitCalls() throws IOException {
        try (var lines = Files.lines(log())) {
            List<JsonNode> entries = lines.map(VaultCallsTest::entry).toList();
            return entries.stream().filter(entry -> entry.at("/type").asText().equals("request"))
                    .map(entry -> entry.at("/request/path").asText()).filter(path -> path.startsWith("transit/"))
                    .collect(Collectors.groupingBy(path -> path, TreeMap::new, Collectors.counting()));
        }
    }

    private static JsonNode entry(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path log() {
        return folder.resolve("audit.log");
    }
}
