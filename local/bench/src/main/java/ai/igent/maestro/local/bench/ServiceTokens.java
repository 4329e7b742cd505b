package ai.igent.maestro.local.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Properties;

import com.fasterxml.jackson.databind.ObjectMapper;

import ai.igent.maestro.local.Part;
import ai.igent.maestro.local.Stack;
import ai.igent.maestro.local.bench.measure.MeasureFailure;

/** Tokens of the suite's own services, for their internal calls: by client credentials, as the services get theirs. */
public final class ServiceTokens {
    private final Stack stack;
    private final Path secrets;

    /** {@code secrets}: where the stack keeps those of its clients. */
    ServiceTokens(Stack stack, Path secrets) {
        this.stack = stack;
        this.secrets = secrets;
    }

    public String of(Part service) {
        String basic = Base64.getEncoder().encodeToString((service.title() + ":" + secret(service)).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(stack.url(Part.ISSUER) + "/maestro/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")).build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new ObjectMapper().readTree(answer.body()).required("access_token").asText();
        } catch (IOException | IllegalArgumentException e) {
            throw new MeasureFailure("there is no token of " + service.title(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MeasureFailure("interrupted", e);
        }
    }

    private String secret(Part service) {
        var kept = new Properties();
        try (var in = Files.newBufferedReader(secrets)) {
            kept.load(in);
        } catch (IOException e) {
            throw new MeasureFailure("the clients' secrets cannot be read", e);
        }
        return kept.getProperty(service.title());
    }
}
