package ai.igent.maestro.vault.verify;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.restassured.response.ValidatableResponse;

import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

/** Signing in at a real MariaDB. */
@VaultTest
class MariaDbConnectionTest {
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final String PEOPLE = """
            create database app;
            create user reader@'127.0.0.1' identified by 'canary-maria';
            grant select on app.* to reader@'127.0.0.1';
            create user admin@'127.0.0.1' identified by 'canary-maria';
            grant all on *.* to admin@'127.0.0.1';
            create user private@'127.0.0.1' identified by 'canary-maria' require ssl;
            create user locked@'127.0.0.1' identified by 'canary-maria' account lock;
            create user expired@'127.0.0.1' identified by 'canary-maria' password expire;
            create user busy@'127.0.0.1' identified by 'canary-maria' with max_connections_per_hour 1;
            """;
    private static MariaDb server;

    private final VaultApi user = VaultApi.as("maria-user-" + NAMES.incrementAndGet());

    @BeforeAll
    static void start() {
        Assumptions.assumeTrue(MariaDb.isInstalled(), "mariadbd");
        server = new MariaDb(PEOPLE);
    }

    @AfterAll
    static void stop() {
        if (server != null) server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/app", "", "/app?ssl-mode=REQUIRED", "/app?sslMode=PREFERRED", "/app?useSSL=false"})
    void whoMaySignInIsValid(String rest) {
        verify("reader", "canary-maria", rest).body("status", equalTo("valid"));
    }

    @ParameterizedTest
    @CsvSource({"reader,canary-wrong,/app", "nobody,canary-maria,/app", "reader,canary-maria,/mysql", "admin,canary-maria,/nowhere",
            "private,canary-maria,''", "locked,canary-maria,''", "locked,canary-wrong,''"})
    void anotherPasswordPersonOrDatabaseIsInvalid(String person, String password, String rest) {
        verify(person, password, rest).body("status", equalTo("invalid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sslMode=REQUIRED", "ssl-mode=required", "sslMode=trust", "ssl=true", "requireSSL=true", "tls=skip-verify"})
    void whoMaySignInOnlyWithEncryptionDoesSo(String attribute) {
        verify("private", "canary-maria", "?" + attribute).body("status", equalTo("valid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sslMode=VERIFY_CA", "ssl-mode=VERIFY_IDENTITY", "sslmode=verify-full", "sslMode=whatever", "sslaccept=strict",
            "ssl={%22rejectUnauthorized%22:true}", "useSSL=true&sslMode=VERIFY_CA", "sslMode=DISABLED&ssl-mode=VERIFY_CA"})
    void aCertificateThatNobodyVouchesForIsNotToldThePassword(String attributes) {
        verify("reader", "canary-maria", "?" + attributes).body("status", equalTo("unreachable"));
    }

    @Test
    void aPasswordWhoseTimeIsUpIsExpired() {
        verify("expired", "canary-maria", "").body("status", equalTo("expired"));
    }

    @Test
    void aServerThatHasEnoughOfSomebodySaysNeitherYesNorNo() {
        verify("busy", "canary-maria", "").body("status", equalTo("valid"));
        verify("busy", "canary-maria", "").body("status", equalTo("unreachable")).body("detail", containsString("patience"));
    }

    private ValidatableResponse verify(String person, String password, String rest) {
        String url = "mysql://" + person + ":" + password + "@" + server.address() + rest;
        String id = user.register(Map.of("name", "MARIA_" + NAMES.incrementAndGet(), "variable", "MYSQL_URL", "value", url));
        return user.request().post("/v1/secrets/" + id + "/verify").then().statusCode(200).body(not(containsString("canary")));
    }
}
