package ai.igent.maestro.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import ai.igent.maestro.contracts.internal.DescribePageRequest;
import ai.igent.maestro.contracts.internal.DescribeRequest;
import ai.igent.maestro.contracts.internal.Described;
import ai.igent.maestro.contracts.internal.NamesRequest;
import ai.igent.maestro.vocabulary.Source;

/**
 * Plays vault-service and oauth-service over real HTTP, answering in the contracts' records. Tests steer it through {@link Owners}, over HTTP too:
 * they may live in another class loader.
 */
public class PlayedOwners implements QuarkusTestResourceLifecycleManager {
    static final String ADDRESS = "maestro.test.owners";
    static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final String CATALOG = """
            {"items":[
              {"id":"aws","name":"AWS","category":"cloud","variables":[],"oauthProvider":null,"words":["aws","amazon"],"howToGet":"x"},
              {"id":"github","name":"GitHub","category":"code","oauthProvider":"prv_github","words":["github"]},
              {"id":"postgresql","name":"PostgreSQL","category":"database","words":["postgres","db"]}],"next":null}""";

    private final Map<String, Described.Item> things = new ConcurrentHashMap<>();
    private final Set<Source> away = ConcurrentHashMap.newKeySet();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        for (Source source : Source.values()) {
            String path = "/" + source.text() + "/internal/v1/describe";
            server.createContext(path, exchange -> answer(exchange, source, DescribeRequest.class, PlayedAnswers::described));
            server.createContext(path + "/page", exchange -> answer(exchange, source, DescribePageRequest.class, PlayedAnswers::page));
            server.createContext(path + "/names", exchange -> answer(exchange, source, NamesRequest.class, PlayedAnswers::names));
        }
        server.createContext("/vault/v1/catalog", exchange -> answer(exchange, 200, CATALOG.getBytes()));
        server.createContext("/steer", this::steer);
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        System.setProperty(ADDRESS, address);
        return Map.of("MAESTRO_VAULT_SERVICE_URL", address + "/vault", "MAESTRO_OAUTH_SERVICE_URL", address + "/oauth",
                "MAESTRO_ENVELOPE_KEY_RING_FILE", "target/test.key-ring", "maestro.session.report.patience", "PT0.4S",
                "maestro.session.review.every", "24h", "maestro.session.signing.every", "24h");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private <Q> void answer(HttpExchange exchange, Source source, Class<Q> question, BiFunction<Q, Stream<Described.Item>, Object> answers)
            throws IOException {
        if (away.contains(source) || exchange.getRequestHeaders().getFirst("Authorization") == null) {
            answer(exchange, 503, new byte[0]);
            return;
        }
        var asked = JSON.readValue(exchange.getRequestBody().readAllBytes(), question);
        answer(exchange, 200, JSON.writeValueAsBytes(answers.apply(asked, things.values().stream()
                .filter(thing -> thing.source() == source))));
    }

    /** PUT a thing; DELETE one by {@code ?id}; POST {@code ?away} or {@code ?back} with a source. */
    private void steer(HttpExchange exchange) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        String value = query.substring(query.indexOf('=') + 1);
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                var thing = JSON.readValue(exchange.getRequestBody().readAllBytes(), Described.Item.class);
                things.put(thing.id(), thing);
            }
            case "DELETE" -> things.remove(value);
            default -> {
                if (query.startsWith("away")) away.add(Source.parse(value));
                else
                    away.remove(Source.parse(value));
            }
        }
        answer(exchange, 204, new byte[0]);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) exchange.getResponseBody().write(body);
        }
    }
}
