package ai.igent.maestro.vault.verify;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.restassured.response.ValidatableResponse;

import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

/** Signing in at databases: a real PostgreSQL, and whatever else may stand at an address. */
@VaultTest
class DatabaseConnectionTest {
    private static int names;

    private final VaultApi user = VaultApi.as("database-user-" + ++names);

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String jdbcUrl;

    @Test
    void whoMaySignInIsValid() {
        verify("DATABASE_URL", "postgresql://postgres:canary@" + server() + "/postgres").body("status", equalTo("valid"));
    }

    @Test
    void aRoleOrADatabaseThatIsNotThereIsInvalid() {
        verify("DATABASE_URL", "postgresql://nobody:canary@" + server() + "/postgres").body("status", equalTo("invalid"));
        verify("DATABASE_URL", "postgresql://postgres:canary@" + server() + "/nowhere").body("status", equalTo("invalid"));
    }

    @Test
    void aServerWithoutTheDemandedEncryptionIsNotToldThePassword() {
        verify("DATABASE_URL", "postgresql://postgres:canary@" + server() + "/postgres?sslmode=verify-full").body("status",
                equalTo("unreachable"));
    }

    @ParameterizedTest
    @CsvSource({"DATABASE_URL,postgresql://u:canary@10.0.0.1/db", "DATABASE_URL,postgresql://u:canary@[::1]:5432/db",
            "MYSQL_URL,mysql://u:canary@192.168.0.1/db", "MYSQL_URL,mysql://u:canary@169.254.169.254:80/db"})
    void addressesInsideAreNotCalled(String variable, String url) {
        verify(variable, url).body("status", equalTo("unreachable")).body("detail", containsString("not one that this service calls"));
    }

    @Test
    void whereNobodyListensIsUnreachable() {
        verify("MYSQL_URL", "mysql://u:canary@127.0.0.1:1/db").body("status", equalTo("unreachable"));
        verify("DATABASE_URL", "postgresql://u:canary@127.0.0.1:1/db").body("status", equalTo("unreachable"));
    }

    @ParameterizedTest
    @CsvSource({"MONGODB_URI,mongodb", "MYSQL_URL,mysql", "DATABASE_URL,postgresql"})
    void aServerThatSaysNothingIsUnreachable(String variable, String scheme) throws IOException {
        try (var silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            verify(variable, scheme + "://u:canary@127.0.0.1:" + silent.getLocalPort() + "/db").body("status", equalTo("unreachable"));
        }
    }

    /** Many seconds of computing, and nobody waits for it: the answer is there before the proof. That comes all the same, so it was computed meanwhile. */
    @Test
    void aServerThatAsksForTooMuchComputingIsUnreachable() throws IOException {
        try (var greedy = new PlayedPostgres(100_000_000)) {
            verify("DATABASE_URL", "postgresql://u:canary@127.0.0.1:" + greedy.port() + "/db").body("status", equalTo("unreachable"));

            assertThat(greedy.isProven()).isFalse();
            await().atMost(Duration.ofMinutes(2)).until(greedy::isProven);
        }
    }

    @Test
    void aServerOfAnotherKindIsUnreachable() {
        try (var http = PlayedProviders.listen()) {
            http.answer(200, "{}");
            verify("MYSQL_URL", "mysql://u:canary@127.0.0.1:" + PlayedProviders.port() + "/db").body("status", equalTo("unreachable"));
            verify("DATABASE_URL", "postgresql://u:canary@127.0.0.1:" + PlayedProviders.port() + "/db").body("status",
                    equalTo("unreachable"));
        }
    }

    @ParameterizedTest
    @CsvSource({"DATABASE_URL,canary", "DATABASE_URL,mysql://canary", "MYSQL_URL,canary", "DATABASE_URL,postgresql://h:canary/x",
            "DATABASE_URL,postgresql:///db?host=/var/run/canary"})
    void whatIsNoUrlIsNotFollowed(String variable, String url) {
        verify(variable, url).body("status", not(equalTo("valid")));
    }

    private ValidatableResponse verify(String variable, String url) {
        String id = user.register(Map.of("name", "DB_" + ++names, "variable", variable, "value", url));
        return user.request().post("/v1/secrets/" + id + "/verify").then().statusCode(200).body(not(containsString("canary")));
    }

    private String server() {
        URI uri = URI.create(jdbcUrl.substring("jdbc:".length()));
        return uri.getHost() + ":" + uri.getPort();
    }
}
