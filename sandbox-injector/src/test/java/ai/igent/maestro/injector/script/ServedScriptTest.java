package ai.igent.maestro.injector.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import ai.igent.maestro.injector.played.PlayedSuite;
import ai.igent.maestro.test.TestIssuer;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(PlayedSuite.class)
class ServedScriptTest {
    @Test
    void everybodyGetsTheScriptWithTheAddressesOfThisInstallation() {
        var answer = RestAssured.get("/v1/maestro-env");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("text/x-shellscript");
        assertThat(answer.asString()).startsWith("#!/bin/sh\n").contains("'" + TestIssuer.sessions() + "'", "'http://localhost:8104'")
                .doesNotContain("@injector-url@", "@session-url@");
    }

    @Test
    void shellcheckHasNothingToSay() throws IOException, InterruptedException {
        Process shellcheck = new ProcessBuilder("shellcheck", "--shell=sh", "--severity=style", "-").redirectErrorStream(true).start();
        try (var input = shellcheck.getOutputStream()) {
            input.write(RestAssured.get("/v1/maestro-env").asByteArray());
        }

        assertThat(new String(shellcheck.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
        assertThat(shellcheck.waitFor()).isZero();
    }
}
