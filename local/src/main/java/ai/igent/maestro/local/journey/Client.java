package ai.igent.maestro.local.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import ai.igent.maestro.local.Part;

/** Calls the services as the holder of one token. A service that does not answer is status 0. */
public final class Client {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

    private final Suite suite;
    private final String token;

    Client(Suite suite, String token) {
        this.suite = suite;
        this.token = token;
    }

    /** For a program that calls in its place; it must not stand in an argument list. */
    public String token() {
        return token;
    }

    public Answer get(Part part, String path) {
        return send("GET", part, path, HttpRequest.BodyPublishers.noBody());
    }

    public Answer delete(Part part, String path) {
        return send("DELETE", part, path, HttpRequest.BodyPublishers.noBody());
    }

    public Answer post(Part part, String path, Map<String, ?> body) {
        return send("POST", part, path, json(body));
    }

    public Answer put(Part part, String path, Map<String, ?> body) {
        return send("PUT", part, path, json(body));
    }

    private static HttpRequest.BodyPublisher json(Map<String, ?> body) {
        try {
            return HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Answer send(String method, Part part, String path, HttpRequest.BodyPublisher body) {
        String call = method + " " + part.title() + path.replaceFirst("\\?.*", "");
        var request = HttpRequest.newBuilder(URI.create(suite.at(part) + path)).timeout(PATIENCE).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json").method(method, body).build();
        try {
            var response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(call, response.statusCode(),
                    response.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(response.body()));
        } catch (JsonProcessingException e) {
            throw new StepFailure(call + " was answered with something that is not JSON", e);
        } catch (IOException e) {
            return new Answer(call, 0, MissingNode.getInstance());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailure("interrupted", e);
        }
    }
}
