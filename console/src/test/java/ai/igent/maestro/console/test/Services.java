package ai.igent.maestro.console.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The services as the proxy meets them: vault and oauth tell what reached them, session accepts calls and never answers, audit is away. */
public class Services implements QuarkusTestResourceLifecycleManager {
    private static final AtomicInteger LISTENERS = new AtomicInteger();

    private HttpServer telling;
    private ServerSocket silent;

    @Override
    public Map<String, String> start() {
        try {
            telling = Exchange.server();
            telling.createContext("/", Services::tell);
            telling.createContext("/v1/refused",
                    exchange -> Exchange.answer(exchange, 409, "application/problem+json", "{\"code\":\"secret-exists\"}"));
            telling.createContext("/v1/stream", Services::stream);
            telling.createContext("/v1/listeners",
                    exchange -> Exchange.answer(exchange, 200, "text/plain", String.valueOf(LISTENERS.get())));
            telling.createContext("/oauth/callback/", Services::callback);
            telling.start();
            silent = new ServerSocket(0);
            return Map.of(
                    "maestro.console.proxy.services.vault", Exchange.address(telling),
                    "maestro.console.proxy.services.oauth", Exchange.address(telling),
                    "maestro.console.proxy.services.session", "http://127.0.0.1:" + silent.getLocalPort(),
                    "maestro.console.proxy.services.audit", "http://127.0.0.1:" + closedPort(),
                    "maestro.console.proxy.silence", "1S");
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    @Override
    public void stop() {
        telling.stop(0);
        try {
            silent.close();
        } catch (IOException unclosed) {
            throw new UncheckedIOException(unclosed);
        }
    }

    /** Answers what arrived, and tries to plant a cookie. */
    private static void tell(HttpExchange exchange) throws IOException {
        var headers = new JsonObject();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), new JsonArray(values)));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Set-Cookie", "planted=by-service");
        exchange.getResponseHeaders().add("ETag", "\"7\"");
        Exchange.answer(exchange, 200, "application/json", new JsonObject()
                .put("method", exchange.getRequestMethod())
                .put("uri", exchange.getRequestURI().toString())
                .put("headers", headers)
                .put("body", body)
                .encode());
    }

    /** An event at once, then signs of life for as long as somebody listens. */
    private static void stream(HttpExchange exchange) throws IOException {
        LISTENERS.incrementAndGet();
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("data: first\n\n".getBytes(StandardCharsets.UTF_8));
            while (true) {
                exchange.getResponseBody().flush();
                Thread.sleep(Duration.ofMillis(20));
                exchange.getResponseBody().write(":\n\n".getBytes(StandardCharsets.UTF_8));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            LISTENERS.decrementAndGet();
        }
    }

    private static void callback(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Set-Cookie", "__Host-maestro-oauth-state=; Max-Age=0; Secure; Path=/");
        exchange.getResponseHeaders().add("Set-Cookie", "planted=by-service");
        String cookies = String.valueOf(exchange.getRequestHeaders().getFirst("Cookie"));
        Exchange.redirect(exchange, "/connections?saw=" + cookies.replace('=', '.').replace("; ", "+"));
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
