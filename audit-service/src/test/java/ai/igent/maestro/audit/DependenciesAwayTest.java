package ai.igent.maestro.audit;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import ai.igent.maestro.test.RealServers;
import ai.igent.maestro.test.TestTokens;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;

@QuarkusTest
@WithTestResource(DependenciesAwayTest.NoKafka.class)
class DependenciesAwayTest {
    /** Names a port where nobody listens. */
    public static class NoKafka extends RealServers {
        @Override
        public Map<String, String> start() {
            var config = new HashMap<>(super.start());
            config.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1");
            config.put("kafka.bootstrap.servers", "127.0.0.1:1");
            return config;
        }
    }

    @Test
    void withoutKafkaTheServiceStartsIsReadyAndAnswers() {
        get("/q/health/ready").then().statusCode(200);
        given().auth().oauth2(TestTokens.auditor()).get("/v1/audit/events").then().statusCode(200);
        given().auth().oauth2(TestTokens.auditor()).get("/v1/audit/verify").then().statusCode(200);
    }
}
