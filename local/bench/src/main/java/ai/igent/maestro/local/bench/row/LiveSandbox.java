package ai.igent.maestro.local.bench.row;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Scanner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import ai.igent.maestro.local.bench.Sandboxes;
import ai.igent.maestro.local.bench.measure.MeasureFailure;

/** A sandbox that listens to its stream and fetches as soon as there is something new. */
final class LiveSandbox implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI injector;
    private final Sandboxes.Sandbox sandbox;
    private final InputStream stream;
    private volatile Expected expected;

    /** Completes with the time ({@link System#nanoTime}) at which a bundle with this variable was here. */
    private record Expected(String variable, CompletableFuture<Long> seen) {}

    private LiveSandbox(URI injector, Sandboxes.Sandbox sandbox) {
        this.injector = injector;
        this.sandbox = sandbox;
        this.stream = open();
    }

    static LiveSandbox connect(URI injector, Sandboxes.Sandbox sandbox) {
        var live = new LiveSandbox(injector, sandbox);
        Thread.startVirtualThread(live::listen);
        return live;
    }

    String session() {
        return sandbox.session();
    }

    CompletableFuture<Long> expect(String variable) {
        var seen = new CompletableFuture<Long>();
        expected = new Expected(variable, seen);
        return seen.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private InputStream open() {
        try {
            var answer = HTTP.send(request("/events").header("Accept", "text/event-stream").build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200)
                throw new MeasureFailure("a stream was answered with " + answer.statusCode());
            return answer.body();
        } catch (IOException e) {
            throw new MeasureFailure("a stream could not be opened", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MeasureFailure("interrupted", e);
        }
    }

    private void listen() {
        try (var lines = new Scanner(stream)) {
            while (lines.hasNextLine())
                if (lines.nextLine().startsWith("data:"))
                    look();
        }
    }

    private void look() {
        var waiting = expected;
        if (waiting == null || waiting.seen.isDone())
            return;
        try {
            var answer = HTTP.send(request("/bundle").header("Accept", "application/json").timeout(PATIENCE).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200 && answer.body().contains("\"" + waiting.variable + "\""))
                waiting.seen.complete(System.nanoTime());
        } catch (IOException e) {
            waiting.seen.completeExceptionally(new MeasureFailure("a bundle could not be fetched", e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest.Builder request(String what) {
        return request(injector, sandbox, what);
    }

    static HttpRequest.Builder request(URI injector, Sandboxes.Sandbox sandbox, String what) {
        return HttpRequest.newBuilder(URI.create(injector + "/v1/sandboxes/" + sandbox.session() + what)).header("Authorization",
                "Bearer " + sandbox.token());
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
