package ai.igent.maestro.injector.change;

import java.net.URI;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.injector.played.InjectorTest;
import ai.igent.maestro.injector.played.PlayedSession;
import ai.igent.maestro.injector.played.PlayedStream;
import ai.igent.maestro.injector.played.PlayedSuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An injector that never reached Kafka. */
@QuarkusTest
@WithTestResource(value = PlayedSuite.class, initArgs = @ResourceArg(name = PlayedSuite.KAFKA, value = PlayedSuite.AWAY))
class KafkaAwayTest extends InjectorTest {
    @TestHTTPResource
    URI injector;

    @Test
    void isReadyAllTheSame() {
        assertThat(RestAssured.get("/q/health/ready").statusCode()).isEqualTo(200);
        assertThat(RestAssured.get("/q/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void deliversAndHeedsADeactivation() {
        GrantItem item = suite.vault().env("A", value());
        PlayedSession session = suite.session(item);
        assertThat(fetch(session).asString()).contains(value());

        session.deactivate(item);

        assertThat(fetch(session).asString()).doesNotContain(value());
    }

    @Test
    void aConnectedSandboxStillLearnsOfANewRevision() {
        PlayedSession session = suite.session();
        try (PlayedStream stream = new PlayedStream(injector, session)) {
            session.activate(suite.vault().env("A", value()));

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(stream.bundles()).endsWith("{\"revision\":1}"));
        }
    }
}
