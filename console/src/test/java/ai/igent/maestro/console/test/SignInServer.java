package ai.igent.maestro.console.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.json.JsonObject;

import ai.igent.maestro.test.TestIssuer;
import ai.igent.maestro.test.TestTokens;

/**
 * The people's issuer with a sign-in: whoever is named by {@code as} in the authorization request is signed in without a question. Codes are single-use
 * and bound to their PKCE challenge. Tokens of {@code shortly} expire within seconds, so that each request refreshes them.
 */
public class SignInServer implements QuarkusTestResourceLifecycleManager {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofSeconds(20);

    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = Exchange.server();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext("/end-session", exchange -> Exchange.redirect(exchange, query(exchange).get("post_logout_redirect_uri")));
        server.start();
        Map<String, String> config = new HashMap<>(new TestIssuer().start());
        config.put("MAESTRO_COOKIE_SECRET", "only-for-tests-only-for-tests-only-for-tests");
        config.put("quarkus.oidc.authorization-path", Exchange.address(server) + "/authorize");
        config.put("quarkus.oidc.token-path", Exchange.address(server) + "/token");
        config.put("quarkus.oidc.end-session-path", Exchange.address(server) + "/end-session");
        return config;
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> request = query(exchange);
        String answer = request.get("redirect_uri") + "?state=" + request.get("state");
        if (request.get("as").equals("nobody")) {
            Exchange.redirect(exchange, answer + "&error=access_denied");
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, request);
        Exchange.redirect(exchange, answer + "&code=" + code);
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = Exchange.pairs(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        switch (form.get("grant_type")) {
            case "authorization_code" -> redeem(exchange, codes.remove(form.get("code")), form.get("code_verifier"));
            case "refresh_token" -> Exchange.answer(exchange, 200, "application/json", tokens(form.get("refresh_token"), null));
            default -> refuse(exchange);
        }
    }

    private static void redeem(HttpExchange exchange, Map<String, String> request, String verifier) throws IOException {
        if (request == null || !challenge(verifier).equals(request.get("code_challenge"))) {
            refuse(exchange);
        } else {
            Exchange.answer(exchange, 200, "application/json", tokens(request.get("as"), request.get("nonce")));
        }
    }

    private static void refuse(HttpExchange exchange) throws IOException {
        Exchange.answer(exchange, 400, "application/json", "{\"error\":\"invalid_grant\"}");
    }

    private static String tokens(String person, String nonce) {
        Instant expiry = Instant.now().plus(person.equals("shortly") ? SHORT : LONG);
        var idToken = TestTokens.person(person).withAudience("maestro-console").withExpiry(expiry).with("name", "The name of " + person);
        if (nonce != null) {
            idToken.with("nonce", nonce);
        }
        return new JsonObject()
                .put("id_token", idToken.text())
                .put("access_token", TestTokens.person(person).withExpiry(expiry).text())
                .put("refresh_token", person)
                .put("token_type", "Bearer")
                .put("expires_in", Duration.between(Instant.now(), expiry).toSeconds())
                .encode();
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        return Exchange.pairs(exchange.getRequestURI().getRawQuery());
    }
}
