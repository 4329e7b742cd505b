package ai.igent.maestro.audit;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import ai.igent.maestro.audit.intake.RecordTopic;
import ai.igent.maestro.test.TestTokens;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@WithTestResource(PostgresThatGoesAway.class)
class DatabaseAwayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    TestTrail trail;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    /** Set by {@link PostgresThatGoesAway}. */
    PostgresThatGoesAway postgres;

    @Test
    void saysSoWhileItLastsKeepsWhatArrivesAndRecoversByItself() throws Exception {
        var earlier = Records.release("alice").made();
        var meanwhile = Records.release("alice").made();
        try (var topic = new RecordTopic(bootstrap)) {
            topic.send(earlier);
            await().atMost(PATIENCE).until(() -> trail.count(List.of(earlier)) == 1);

            postgres.goAway();
            topic.send(meanwhile);
            await().atMost(PATIENCE).until(() -> get("/q/health/ready").statusCode() == 503);
            given().auth().oauth2(TestTokens.auditor()).get("/v1/audit/events").then().statusCode(503)
                    .contentType("application/problem+json").body("code", equalTo("unavailable")).header("Retry-After", notNullValue());
            given().auth().oauth2(TestTokens.auditor()).get("/v1/audit/verify").then().statusCode(503);
            assertThat(get("/q/health/live").statusCode()).isEqualTo(200);

            postgres.comeBack();
        }

        await().atMost(PATIENCE).until(() -> get("/q/health/ready").statusCode() == 200);
        await().atMost(PATIENCE).until(() -> trail.count(List.of(earlier, meanwhile)) == 2);
        given().auth().oauth2(TestTokens.auditor()).get("/v1/audit/verify").then().statusCode(200).body("status", equalTo("intact"));
    }
}
