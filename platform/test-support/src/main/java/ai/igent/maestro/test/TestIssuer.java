package ai.igent.maestro.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Both issuers that a service trusts, on one loopback port: the people's OIDC issuer (discovery, keys, client credentials for services) and
 * session-service's keys for agents and sandboxes. {@link TestTokens} makes their tokens.
 *
 * <p>Usable alone as a test resource by what needs no database and no Kafka; {@link RealServers} includes it.
 */
public class TestIssuer implements QuarkusTestResourceLifecycleManager {
    /** The secret of every service client. */
    public static final String CLIENT_SECRET = "test-client-secret";

    private static final String ADDRESS = "maestro.test.issuer";

    @Override
    public Map<String, String> start() {
        return config();
    }

    /** Nothing: the issuer ends with the JVM. */
    @Override
    public void stop() {}

    static Map<String, String> config() {
        return Map.of("MAESTRO_IDENTITY_ISSUER", people(), "MAESTRO_SESSION_SERVICE_URL", sessions(), "MAESTRO_CLIENT_SECRET",
                CLIENT_SECRET,
                "quarkus.http.test-port", "0", "quarkus.devservices.enabled", "false");
    }

    /** The issuer of people's and services' tokens. */
    public static String people() {
        return sessions() + "/people";
    }

    /** The issuer of agents' and sandboxes' tokens: session-service's address. */
    public static String sessions() {
        return OncePerJvm.get(ADDRESS, TestIssuer::listen);
    }

    /** session-service's signing key as a private JWK, for tests that sign what only session-service signs. */
    public static String sessionSigningKey() {
        return SigningKey.SESSIONS.privateKey();
    }

    private static String listen() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            String address = "http://127.0.0.1:" + server.getAddress().getPort();
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/people/.well-known/openid-configuration",
                    exchange -> answer(exchange, 200, discovery(address + "/people")));
            server.createContext("/people/jwks", exchange -> answer(exchange, 200, SigningKey.PEOPLE.publicKeys()));
            server.createContext("/people/token", TestIssuer::token);
            server.createContext("/.well-known/jwks.json", exchange -> answer(exchange, 200, SigningKey.SESSIONS.publicKeys()));
            server.start();
            return address;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String discovery(String issuer) {
        return """
                {"issuer":"%1$s","jwks_uri":"%1$s/jwks","token_endpoint":"%1$s/token","authorization_endpoint":"%1$s/authorize",
                 "response_types_supported":["code"],"subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"],
                 "grant_types_supported":["client_credentials"],"token_endpoint_auth_methods_supported":["client_secret_basic"]}
                """.formatted(issuer);
    }

    private static void token(HttpExchange exchange) throws IOException {
        String[] client = basicCredentials(exchange);
        if (client.length != 2 || !client[1].equals(CLIENT_SECRET)) {
            answer(exchange, 401, "{\"error\":\"invalid_client\"}");
            return;
        }
        String token = TestTokens.service(client[0]);
        answer(exchange, 200, "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":300}");
    }

    private static String[] basicCredentials(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header == null || !header.startsWith("Basic "))
            return new String[0];
        return new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8).split(":", 2);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
