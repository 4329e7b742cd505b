package ai.igent.maestro.session;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import io.restassured.RestAssured;

/** POSTs to the service under test with as little work as possible, for tests that make thousands of calls. */
record QuickCall(String token) {
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    record Answer(int status, JsonNode body) {
        String code() {
            return body.path("code").asText();
        }
    }

    Answer post(String path, Object body) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                    .header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(PlayedOwners.JSON.writeValueAsBytes(body))).build();
            var answer = HTTP.send(request, BodyHandlers.ofByteArray());
            JsonNode read = answer.body().length == 0 ? MissingNode.getInstance() : PlayedOwners.JSON.readTree(answer.body());
            return new Answer(answer.statusCode(), read);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
