package ai.igent.maestro.envelope.vault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;

import ai.igent.maestro.envelope.DataKeyId;
import ai.igent.maestro.envelope.EnvelopeFailure;
import ai.igent.maestro.envelope.WrappedDataKey;
import ai.igent.maestro.vocabulary.Owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** What no Vault does, but whatever answers at its address may. */
class StrangeVaultTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Owner ALICE = Owner.user("alice");
    private static final String TOKEN = "canary-token";
    private static final String FIT_KEY = "{\"data\":{\"latest_version\":1,\"derived\":true}}";
    private static final String NEW_KEY = "{\"data\":{\"plaintext\":\"%s\",\"ciphertext\":\"vault:v1:AAAA\"}}"
            .formatted("A".repeat(43) + "=");

    private final List<HttpServer> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(server -> join(server.close()));
    }

    @Test
    void oneThatDoesNotAnswerIsGivenUpAndNotAskedAgain() {
        var asked = new AtomicInteger();
        var transit = at(answering(request -> asked.incrementAndGet()), Map.of("call-timeout", "PT1S"));
        await("signed in").atMost(PATIENCE).until(() -> transit.newestVersion().onFailure().recoverWithItem(0).await().indefinitely() == 1);

        assertUnavailable(transit, "does not answer in time");
        assertThat(asked).hasValue(1);
    }

    @Test
    void anAnswerWithoutAnEndIsCutOff() {
        var transit = at(answering(request -> {
            var response = request.response().setChunked(true);
            for (int i = 0; i < 40; i++)
                response.write("[".repeat(16 * 1024));
        }), Map.of());

        assertUnavailable(transit, "unexpected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "canary-text", "null", "[]", "{}", "{\"data\":null}", "{\"data\":{}}",
            "{\"data\":{\"plaintext\":\"canary\"}}",
            "{\"data\":{\"plaintext\":\"AAAA\",\"ciphertext\":\"vault:v1:AAAA\"}}",
            "{\"data\":{\"plaintext\":\"AAAA\",\"ciphertext\":\"canary\"}}"})
    void whatIsNoKeyIsNotTakenForOneAndNotRepeated(String body) {
        assertUnavailable(at(answering(request -> request.response().end(body)), Map.of()), "unexpected");
    }

    @Test
    void theTokenDoesNotFollowARedirect() {
        var elsewhere = new AtomicInteger();
        int other = listen(request -> {
            elsewhere.incrementAndGet();
            request.response().end(NEW_KEY);
        });
        var transit = at(answering(request -> request.response().setStatusCode(307)
                .putHeader("Location", "http://127.0.0.1:" + other + request.path()).end()), Map.of());

        assertUnavailable(transit, "unexpected");
        assertThat(elsewhere).hasValue(0);
    }

    @Test
    void whatFailsAtOnceIsRepeatedAFewTimes() {
        var asked = new AtomicInteger();
        var transit = at(answering(request -> {
            if (asked.incrementAndGet() < 3)
                request.connection().close();
            else
                request.response().end(NEW_KEY);
        }), Map.of("retry-after", "PT0.01S"));

        assertThat(transit.create(ALICE).await().indefinitely().wrapped().keyVersion()).isEqualTo(1);
        assertThat(asked).hasValue(3);
    }

    @Test
    void aRotationIsNotRepeated() {
        var asked = new AtomicInteger();
        var transit = at(answering(request -> {
            asked.incrementAndGet();
            request.response().setStatusCode(500).end();
        }), Map.of());

        assertThatThrownBy(() -> transit.rotate().await().indefinitely()).isInstanceOf(EnvelopeFailure.KeysUnavailable.class);
        assertThat(asked).hasValue(1);
    }

    @Test
    void wordsItUsesForARefusalThatAreNotKnownAreNoBrokenSeal() {
        var transit = at(answering(request -> request.response().setStatusCode(400).end("{\"errors\":[\"canary words\"]}")), Map.of());
        var key = new WrappedDataKey(new DataKeyId(new UUID(1, 2)), ALICE, 1, "vault:v1:AAAA");

        assertThatThrownBy(() -> transit.unwrap(key).await().indefinitely()).isInstanceOf(EnvelopeFailure.KeysUnavailable.class)
                .rootCause().message().doesNotContain("canary");
    }

    private static void assertUnavailable(VaultTransit transit, String why) {
        assertThatThrownBy(() -> transit.create(ALICE).await().indefinitely()).isInstanceOf(EnvelopeFailure.KeysUnavailable.class)
                .hasStackTraceContaining(why).satisfies(failure -> assertThat(failure.getCause().getMessage()).doesNotContain("canary"));
    }

    /** Lets everybody in and has a fit key; {@code rest} answers the other calls. */
    private static Handler<HttpServerRequest> answering(Handler<HttpServerRequest> rest) {
        return request -> {
            if (request.path().endsWith("/lookup-self"))
                request.response().end("{\"data\":{\"ttl\":0,\"renewable\":false}}");
            else if (request.path().equals("/v1/transit/keys/vault-service"))
                request.response().end(FIT_KEY);
            else
                rest.handle(request);
        };
    }

    private VaultTransit at(Handler<HttpServerRequest> handler, Map<String, String> more) {
        var settings = VaultSettings.with(Map.of("maestro.envelope.vault.key", "vault-service"), "address",
                "http://127.0.0.1:" + listen(handler));
        settings.put("maestro.envelope.vault.authentication.token", TOKEN);
        more.forEach((key, value) -> settings.put("maestro.envelope.vault." + key, value));
        return Transits.of(settings);
    }

    private int listen(Handler<HttpServerRequest> handler) {
        var server = join(Transits.VERTX.createHttpServer().requestHandler(handler).listen(0, "127.0.0.1"));
        servers.add(server);
        return server.actualPort();
    }

    private static <T> T join(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
