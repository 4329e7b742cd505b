package ai.igent.maestro.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.ObjectMapper;

import ai.igent.maestro.local.Options;
import ai.igent.maestro.local.Part;
import ai.igent.maestro.local.Stack;
import ai.igent.maestro.local.demo.Demo;
import ai.igent.maestro.local.journey.Suite;

import static org.assertj.core.api.Assertions.assertThat;

/** The suite with a Vault that wraps its data keys, as {@code ./maestro up --vault} starts it. */
class VaultStackTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<Part> SEALING = List.of(Part.VAULT, Part.SESSION);

    @TempDir
    private static Path folder;
    private static Stack stack;

    @BeforeAll
    static void start() {
        stack = Stack.start(Options.forTest(folder.resolve("state"))
                .only(Part.POSTGRES, Part.KAFKA, Part.ISSUER, Part.AUDIT, Part.VAULT, Part.SESSION, Part.OAUTH, Part.INJECTOR).withVault());
    }

    @AfterAll
    static void stop() {
        if (stack != null)
            stack.close();
    }

    @Test
    void theMainJobIsDoneWithKeysThatOnlyVaultUnwraps() throws Exception {
        assertThat(demo()).contains("Done: every step did what it says.");

        for (Part part : SEALING)
            assertThat(wrappedKeys(part)).isNotEmpty().allMatch(key -> key.startsWith("vault:v1:"));
        assertThat(folder.resolve("state/keys")).doesNotExist();
    }

    @Test
    void noServiceIsToldTheRootTokenOrTheKeyThatUnseals() throws IOException {
        var secrets = new ObjectMapper().readTree(folder.resolve("state/vault/unseal.json").toFile());

        for (Part part : List.of(Part.VAULT, Part.SESSION, Part.OAUTH, Part.AUDIT, Part.INJECTOR))
            assertThat(Files.readString(Path.of("/proc/" + stack.pid(part) + "/environ"), StandardCharsets.ISO_8859_1))
                    .contains("MAESTRO_CLIENT_ID").doesNotContain(secrets.get("rootToken").asText(), secrets.get("unsealKey").asText());
    }

    @Test
    void aVaultThatStopsAndComesBackIsMissedAndFoundWithoutARestart() throws Exception {
        demo();
        stack.kill(Part.HASHICORP_VAULT);
        for (Part part : SEALING)
            awaitReadiness(part, 503);

        stack.start(Part.HASHICORP_VAULT);
        for (Part part : SEALING)
            awaitReadiness(part, 200);
        assertThat(demo()).contains("Done: every step did what it says.");
    }

    private static String demo() {
        var printed = new ByteArrayOutputStream();
        new Demo(new Suite(stack::url), new PrintStream(printed, true, StandardCharsets.UTF_8)).run();
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static List<String> wrappedKeys(Part part) throws SQLException {
        try (var connection = DriverManager.getConnection(stack.database(part), "postgres", "postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select ciphertext from data_key")) {
            List<String> keys = new ArrayList<>();
            while (rows.next())
                keys.add(rows.getString(1));
            return keys;
        }
    }

    private static void awaitReadiness(Part part, int status) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(stack.url(part) + "/q/health/ready")).timeout(PATIENCE).build();
        try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (Instant end = Instant.now().plus(PATIENCE); http.send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode() != status;)
                assertThat(Instant.now()).as(part + " answers " + status).isBefore(end);
        }
    }
}
