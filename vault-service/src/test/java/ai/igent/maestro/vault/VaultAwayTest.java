package ai.igent.maestro.vault;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;

import ai.igent.maestro.test.PreparedVault;
import ai.igent.maestro.test.RealVault;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

/** The service while its Vault cannot be asked, and after. */
@VaultTest
@WithTestResource(value = RealVault.class, initArgs = @ResourceArg(name = "service", value = "vault-service"))
class VaultAwayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RealVault.Injected
    PreparedVault vault;

    @AfterEach
    void bringItBack() {
        if (!vault.server().isRunning())
            vault.server().start();
        vault.server().unseal();
        await().atMost(PATIENCE).until(() -> readiness() == 200);
    }

    @Test
    void sealedItMakesTheServiceNotReadyAndNewOwnersWait() {
        VaultApi.as("known").register("BEFORE", "canary-before");
        vault.server().seal();

        refusedFor("unknown-while-sealed");
        assertThat(readiness()).isEqualTo(503);
        VaultApi.as("known").register("MEANWHILE", "canary-meanwhile");

        vault.server().unseal();
        VaultApi.as("unknown-while-sealed").register("AFTER", "canary-after");
    }

    @Test
    void stoppedItMakesTheServiceNotReadyAndNewOwnersWait() {
        vault.server().stop();

        refusedFor("unknown-while-stopped");
        given().get("/q/health/ready").then().statusCode(503).body("checks.find { it.name == 'key service' }.status", equalTo("DOWN"));

        vault.server().start();
        VaultApi.as("unknown-while-stopped").register("AFTER", "canary-after");
    }

    @Test
    void theServiceLivesOnMeanwhile() {
        vault.server().seal();

        given().get("/q/health/live").then().statusCode(200).body("checks.name", not(hasItem("key service")));
        VaultApi.as("lister").get("/v1/secrets").statusCode(200);
    }

    private static void refusedFor(String user) {
        VaultApi.as(user).post("/v1/secrets", Map.of("name", "REFUSED", "value", "canary-refused")).statusCode(503)
                .header("Retry-After", notNullValue()).body("code", equalTo("unavailable"));
    }

    private static int readiness() {
        return given().get("/q/health/ready").statusCode();
    }
}
