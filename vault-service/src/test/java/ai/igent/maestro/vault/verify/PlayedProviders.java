package ai.igent.maestro.vault.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.ConfigProvider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import ai.igent.maestro.embedded.FreePort;

/** Every provider of the catalog, over real HTTP, each below its integration's id. It answers what a test tells it to and remembers what it was asked. */
public final class PlayedProviders implements AutoCloseable {
    private static final String PORT = "test.providers.port";
    private static final Answer NOTHING = exchange -> answer(exchange, 404, "{}", Map.of());

    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile Answer next = NOTHING;

    /** How a request is answered. */
    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    /** A request. {@code query} is null when there was none. */
    record Seen(String method, String path, String query, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.get(name.toLowerCase(java.util.Locale.ROOT));
        }
    }

    private PlayedProviders(HttpServer server) {
        this.server = server;
    }

    static PlayedProviders listen() {
        try {
            var server = HttpServer.create(new InetSocketAddress("127.0.0.1", port()), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            var providers = new PlayedProviders(server);
            server.createContext("/", providers::take);
            server.start();
            return providers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int port() {
        return ConfigProvider.getConfig().getValue(PORT, Integer.class);
    }

    void answer(int status, String body) {
        answer(status, body, Map.of());
    }

    void answer(int status, String body, Map<String, String> headers) {
        answer(exchange -> answer(exchange, status, body, headers));
    }

    /** From now on. What was asked before is forgotten. */
    void answer(Answer answer) {
        seen.clear();
        next = answer;
    }

    List<Seen> seen() {
        return List.copyOf(seen);
    }

    private void take(HttpExchange exchange) throws IOException {
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
        var uri = exchange.getRequestURI();
        seen.add(new Seen(exchange.getRequestMethod(), uri.getRawPath(), uri.getRawQuery(), headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        next.to(exchange);
    }

    static void answer(HttpExchange exchange, int status, String body, Map<String, String> headers) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** Leads the service under test to the played providers, on a port that is kept free for them. */
    public static class Addresses implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            int port = FreePort.next();
            var config = new HashMap<String, String>();
            config.put(PORT, Integer.toString(port));
            int dns = FreePort.next();
            config.put(PlayedDns.PORT, Integer.toString(dns));
            config.put("maestro.egress.name-servers", "127.0.0.1:" + dns);
            config.put("maestro.egress.allowed-ranges", "127.0.0.0/8");
            config.put("maestro.egress.call-timeout", "PT1S");
            config.put("maestro.vault.rotation.jitter", "PT0.05S");
            config.put("maestro.vault.verify.databases", "true");
            config.put("maestro.vault.verify.database-timeout", "PT6S");
            Stream.of("aws", "azure", "google-cloud", "github", "gitlab", "openai", "anthropic", "stripe", "sendgrid", "mailgun")
                    .forEach(id -> config.put("maestro.vault.verify." + id + ".base-url", "http://127.0.0.1:" + port + "/" + id));
            return config;
        }

        @Override
        public void stop() {}
    }
}
