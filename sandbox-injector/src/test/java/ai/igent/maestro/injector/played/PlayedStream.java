package ai.igent.maestro.injector.played;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A sandbox connected to its stream. Lines are kept as they come. */
public final class PlayedStream implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Thread reader;
    private volatile boolean ended;

    public PlayedStream(URI injector, PlayedSession session) {
        HttpRequest request = HttpRequest.newBuilder(injector.resolve("/v1/sandboxes/" + session.id() + "/events"))
                .header("Authorization", "Bearer " + session.token()).header("Accept", "text/event-stream").build();
        HttpResponse<Stream<String>> response = open(request);
        if (response.statusCode() != 200) throw new AssertionError("the stream answered " + response.statusCode());
        reader = Thread.ofVirtual().start(() -> read(response.body()));
    }

    /** The data of every bundle event so far. */
    public List<String> bundles() {
        return lines.stream().filter(line -> line.startsWith("data:")).map(line -> line.substring("data:".length()).strip()).toList();
    }

    public long comments() {
        return lines.stream().filter(line -> line.startsWith(":")).count();
    }

    /** Empty when there was none yet. */
    public String lastComment() {
        return lines.stream().filter(line -> line.startsWith(":")).reduce("", (earlier, line) -> line.substring(1).strip());
    }

    public boolean hasEnded() {
        return ended;
    }

    @Override
    public void close() {
        client.shutdownNow();
        reader.interrupt();
    }

    private HttpResponse<Stream<String>> open(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofLines());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void read(Stream<String> body) {
        try {
            body.forEach(lines::add);
        } catch (RuntimeException cut) {
            lines.add("cut");
        }
        ended = true;
    }
}
