package ai.igent.maestro.oauth.connection;

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

import ai.igent.maestro.oauth.OAuthApi;
import ai.igent.maestro.oauth.OAuthTest;
import ai.igent.maestro.oauth.Records;
import ai.igent.maestro.test.Database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

/** Asking for a connection more than once under one key. */
@OAuthTest
class IdempotencyTest {
    private final String user = "user-" + UUID.randomUUID();
    private final String key = UUID.randomUUID().toString();
    private final Map<String, Object> wish = Map.of("provider", "plain", "scopes", List.of("read"), "account", "ACME_WORK");

    @Inject
    Database database;
    @Inject
    Records records;

    @Test
    void theSameWishAgainGetsTheSameAnswerAndIsOnRecordOnce() {
        var first = ask(user, wish).statusCode(201).extract();
        String id = first.path("connection.id");

        ask(user, wish).statusCode(201).header("Location", is(first.header("Location"))).header("ETag", is(first.header("ETag")))
                .body("connection.id", is(id)).body("authorizeUrl", is((String) first.path("authorizeUrl")));
        assertThat(records.about(id)).containsExactly("connection.requested success");
        assertThat(connections(user)).isEqualTo(1);
    }

    @Test
    void anotherWishUnderTheSameKeyIsRefused() {
        ask(user, wish).statusCode(201);

        ask(user, Map.of("provider", "plain", "scopes", List.of("write"), "account", "ACME_WORK")).statusCode(409)
                .body("code", is("idempotency-key-reused"));
        assertThat(connections(user)).isEqualTo(1);
    }

    @Test
    void theSameKeyOfAnotherCallerIsAnotherWish() {
        String id = ask(user, wish).statusCode(201).extract().path("connection.id");

        ask(user + "-2", wish).statusCode(201).body("connection.id", is(not(id)));
    }

    @Test
    void manyAtOnceCreateOne() throws Exception {
        try (var threads = Executors.newCachedThreadPool()) {
            Callable<String> attempt = () -> ask(user, wish).statusCode(201).extract().path("connection.id");
            var ids = new HashSet<String>();
            for (var answer : threads.invokeAll(IntStream.range(0, 16).mapToObj(i -> attempt).toList()))
                ids.add(answer.get());
            assertThat(ids).hasSize(1);
        }
        assertThat(connections(user)).isEqualTo(1);
    }

    private long connections(String user) {
        return database.count("select count(*) from connection where owner = ?", "user:" + user);
    }

    private ValidatableResponse ask(String user, Map<String, ?> wish) {
        return OAuthApi.as(user).request().header("Idempotency-Key", key).body(wish).post("/v1/connections").then();
    }
}
