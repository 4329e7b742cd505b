package ai.igent.maestro.vault.secret;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.restassured.response.ValidatableResponse;

import ai.igent.maestro.test.Database;
import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@VaultTest
class IdempotencyTest {
    private final VaultApi caller = VaultApi.as("repeater");
    private final String key = UUID.randomUUID().toString();
    private final String name = "REPEATED_" + key.substring(0, 8);
    private final Map<String, Object> body = Map.of("name", name, "value", "canary-repeated", "tags", List.of("a", "b"));

    @Inject
    Database database;

    @Test
    void theSameRequestAgainGetsTheSameAnswerAndCreatesNothing() {
        String first = post(key, body).statusCode(201).extract().path("id");

        post(key, body).statusCode(201).body("id", equalTo(first)).body("name", equalTo(name));
        assertThat(registered()).isEqualTo(1);
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        post(key, body).statusCode(201);

        post(key, Map.of("name", name, "value", "canary-other", "tags", List.of("a", "b"))).statusCode(409)
                .body("code", equalTo("idempotency-key-reused"));
        post(key, Map.of("name", name, "value", "canary-repeated", "tags", List.of("ab"))).statusCode(409);
    }

    @Test
    void theSameKeyOfAnotherCallerOrPathIsAnotherRequest() {
        post(key, body).statusCode(201);

        VaultApi.as("repeater-2").request().header("Idempotency-Key", key).body(body).post("/v1/secrets").then().statusCode(201);
        caller.request().header("Idempotency-Key", key).body(Map.of("integration", "custom", "values", Map.of(name + "_B", "canary-x")))
                .post("/v1/secret-sets").then().statusCode(201);
    }

    @Test
    void aSetIsRepeatedWhole() {
        var set = Map.of("integration", "aws", "account", name, "values", Map.of("AWS_ACCESS_KEY_ID", "canary-1", "AWS_SECRET_ACCESS_KEY",
                "canary-2"));
        List<String> first = postSet(set).statusCode(201).extract().path("items.id");

        postSet(set).statusCode(201).body("items.id", equalTo(first));
    }

    @Test
    void manyAtOnceCreateOne() throws Exception {
        try (var threads = Executors.newCachedThreadPool()) {
            Callable<String> attempt = () -> post(key, body).statusCode(201).extract().path("id");
            var answers = threads.invokeAll(IntStream.range(0, 16).mapToObj(i -> attempt).toList());
            var ids = new HashSet<String>();
            for (var answer : answers)
                ids.add(answer.get());
            assertThat(ids).hasSize(1);
        }
        assertThat(registered()).isEqualTo(1);
    }

    @Test
    void afterADayTheKeyIsForgotten() {
        post(key, body).statusCode(201);
        database.execute("update idempotency_record set created_at = created_at - interval '25 hours' where key = ?", key);

        post(key, body).statusCode(409).body("code", equalTo("secret-exists"));
        post(key, Map.of("name", name + "_NEXT", "value", "canary-next")).statusCode(201);
    }

    @Test
    void aKeyThatIsNoneIsRefused() {
        post("x".repeat(201), body).statusCode(422).body("errors[0].field", equalTo("Idempotency-Key"));
        post("two words", body).statusCode(422);
    }

    private long registered() {
        return database.count("select count(*) from secret where owner = 'user:repeater' and name = ?", name);
    }

    private ValidatableResponse post(String key, Object body) {
        return caller.request().header("Idempotency-Key", key).body(body).post("/v1/secrets").then();
    }

    private ValidatableResponse postSet(Object body) {
        return caller.request().header("Idempotency-Key", key).body(body).post("/v1/secret-sets").then();
    }
}
