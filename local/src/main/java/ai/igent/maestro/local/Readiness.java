package ai.igent.maestro.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Finds out whether a part answers. */
final class Readiness {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).version(HttpClient.Version.HTTP_1_1).build();

    boolean of(Part part, int port) {
        return switch (part) {
            case POSTGRES, KAFKA, HASHICORP_VAULT -> accepts(port);
            case ISSUER -> answers("http://127.0.0.1:" + port + "/maestro/.well-known/openid-configuration");
            case AUDIT, VAULT, SESSION, OAUTH, INJECTOR, CONSOLE -> answers("http://127.0.0.1:" + port + "/q/health/ready");
        };
    }

    private static boolean accepts(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), (int) PATIENCE.toMillis());
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private boolean answers(String address) {
        try {
            var request = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
