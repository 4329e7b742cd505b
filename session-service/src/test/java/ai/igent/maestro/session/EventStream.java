package ai.igent.maestro.session;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import io.restassured.RestAssured;

import static org.assertj.core.api.Assertions.assertThat;

/** A session's server-sent events as a client reads them, line by line. */
final class EventStream implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final HttpResponse<InputStream> response;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> end;

    private EventStream(HttpResponse<InputStream> response) {
        this.response = response;
        this.end = CompletableFuture.runAsync(this::read, runnable -> Thread.ofVirtual().start(runnable));
    }

    static EventStream open(String session, String token) {
        return resume(session, token, null);
    }

    /** As a browser connects again: with the id that came last, or null. */
    static EventStream resume(String session, String token, String lastId) {
        var request = HttpRequest
                .newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/v1/sessions/" + session + "/events"))
                .header("Authorization", "Bearer " + token).header("Accept", "text/event-stream");
        if (lastId != null) request.header("Last-Event-ID", lastId);
        try {
            return new EventStream(HTTP.send(request.build(), BodyHandlers.ofInputStream()));
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try (var reader = new java.io.BufferedReader(
                new java.io.InputStreamReader(response.body(), java.nio.charset.StandardCharsets.UTF_8))) {
            for (String line; (line = reader.readLine()) != null;)
                if (!line.isBlank()) lines.add(line);
        } catch (java.io.IOException closed) {
            lines.add("closed");
        }
    }

    int status() {
        return response.statusCode();
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** The id that came last; null when none has. */
    String lastId() {
        return lines.stream().filter(line -> line.startsWith("id:")).reduce((earlier, later) -> later)
                .map(line -> line.substring("id:".length()).strip()).orElse(null);
    }

    /** Waits until some line contains {@code text}. */
    void awaits(String text) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (lines.stream().noneMatch(line -> line.contains(text)))
            assertThat(System.nanoTime()).as("time until " + text + " in " + lines).isLessThan(deadline);
    }

    /** Waits until the server ends it. */
    void awaitsItsEnd() {
        end.orTimeout(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (java.io.IOException alreadyClosed) {
            lines.add("closed");
        }
    }
}
