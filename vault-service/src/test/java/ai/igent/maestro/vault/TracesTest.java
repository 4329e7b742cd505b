package ai.igent.maestro.vault;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import ai.igent.maestro.test.Canary;

import static org.assertj.core.api.Assertions.assertThat;

/** With tracing switched on, a trace says which route was called and how it ended; nothing of what was sent. */
@VaultTest
@TestProfile(TracesTest.Traced.class)
class TracesTest {
    private final Canary canary = Canary.named("trace");

    @Inject
    EndedSpans spans;

    @Test
    void noTraceHoldsWhatWasSent() {
        var user = VaultApi.as("traced");
        String id = user.post("/v1/secrets", Map.of("name", "TRACED", "value", canary.text())).statusCode(201).extract().path("id");
        user.request().get("/v1/secrets?query=" + canary.text()).then().statusCode(200);
        user.request().get("/v1/secrets/" + id + "?" + canary.text() + "=x");
        user.request().get("/v1/secrets/" + canary.text());
        user.request().get("/" + canary.text());
        user.post("/v1/secrets", "{\"name\":\"A\",\"value\":" + canary.text() + "}").statusCode(400);
        user.post("/v1/secrets", Map.of("name", "A", "value", "x", "kind", canary.text()));
        user.request().header("Idempotency-Key", canary.text()).header("User-Agent", canary.text())
                .body(Map.of("name", "B", "value", canary.text())).post("/v1/secrets");

        var ended = spans.all();

        assertThat(ended).extracting(SpanData::getName).anyMatch(name -> name.contains("/v1/secrets"));
        assertThat(ended).as("spans that hold the canary").filteredOn(span -> canary.isIn(everythingOf(span))).isEmpty();
    }

    private static String everythingOf(SpanData span) {
        return span.getName() + span.getAttributes() + span.getStatus() + span.getLinks()
                + span.getEvents().stream().map(event -> event.getName() + event.getAttributes()).toList();
    }

    /** Tracing on, sent to nobody. */
    public static class Traced implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.otel.sdk.disabled", "false", "quarkus.otel.exporter.otlp.endpoint", "http://localhost:1");
        }
    }

    /** Sees every span as it was when it ended. */
    @ApplicationScoped
    public static class EndedSpans implements SpanProcessor {
        private final Queue<SpanData> ended = new ConcurrentLinkedQueue<>();

        @Override
        public void onStart(Context parent, ReadWriteSpan span) {}

        @Override
        public boolean isStartRequired() {
            return false;
        }

        @Override
        public void onEnd(ReadableSpan span) {
            ended.add(span.toSpanData());
        }

        @Override
        public boolean isEndRequired() {
            return true;
        }

        List<SpanData> all() {
            return List.copyOf(ended);
        }
    }
}
