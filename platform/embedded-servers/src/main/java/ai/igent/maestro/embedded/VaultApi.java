package ai.igent.maestro.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What an operator does at a Vault, over its HTTP API. Waits for each answer. */
public final class VaultApi {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String address;
    private final Optional<String> token;

    VaultApi(String address, Optional<String> token) {
        this.address = address;
        this.token = token;
    }

    /** The same Vault, asked by somebody else. */
    public VaultApi as(String otherToken) {
        return new VaultApi(address, Optional.of(otherToken));
    }

    public JsonNode get(String path) {
        return required("GET", path, Map.of());
    }

    public JsonNode post(String path, Map<String, ?> body) {
        return required("POST", path, body);
    }

    /** What is there, or an empty object: it may have gone. */
    public JsonNode find(String path, Map<String, ?> body) {
        var answer = send("POST", path, body);
        return answer.statusCode() / 100 == 2 ? read(answer) : JSON.createObjectNode();
    }

    /** The status of the answer, whatever it is. */
    public int status(String method, String path, Map<String, ?> body) {
        return send(method, path, body).statusCode();
    }

    private JsonNode required(String method, String path, Map<String, ?> body) {
        var answer = send(method, path, body);
        if (answer.statusCode() / 100 != 2)
            throw new IllegalStateException("Vault answered " + answer.statusCode() + " to " + method + " " + path);
        return read(answer);
    }

    private static JsonNode read(HttpResponse<byte[]> answer) {
        try {
            return answer.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<byte[]> send(String method, String path, Map<String, ?> body) {
        try {
            var content = body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
            var request = HttpRequest.newBuilder(URI.create(address + "/v1/" + path)).timeout(PATIENCE).method(method, content);
            token.ifPresent(known -> request.header("X-Vault-Token", known));
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
