package ai.igent.maestro.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import ai.igent.maestro.local.Part;
import ai.igent.maestro.local.journey.StepFailure;
import ai.igent.maestro.local.journey.Suite;

/** A sandbox that listens to its stream of changes. */
final class SandboxStream implements AutoCloseable {
    private final HttpClient http;
    private final Stream<String> lines;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    private SandboxStream(HttpClient http, Stream<String> lines) {
        this.http = http;
        this.lines = lines;
        Thread.ofVirtual().start(this::hear);
    }

    static SandboxStream of(Suite suite, String session, String token) {
        var http = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(URI.create(suite.at(Part.INJECTOR) + "/v1/sandboxes/" + session + "/events"))
                .header("Authorization", "Bearer " + token).header("Accept", "text/event-stream").build();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofLines());
            if (response.statusCode() != 200)
                throw new StepFailure("the stream was answered with " + response.statusCode());
            return new SandboxStream(http, response.body());
        } catch (IOException e) {
            throw new StepFailure("there is no stream", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailure("interrupted", e);
        }
    }

    private void hear() {
        try {
            lines.filter(line -> line.startsWith("data:")).forEach(heard::add);
        } catch (UncheckedIOException closed) {
            heard.add("closed");
        }
    }

    /** The data of the next event; null when none came within 20 seconds. */
    String next() {
        try {
            return heard.poll(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailure("interrupted", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        lines.close();
    }
}
