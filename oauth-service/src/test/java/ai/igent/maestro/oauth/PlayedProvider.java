package ai.igent.maestro.oauth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.ConfigProvider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import ai.igent.maestro.test.Canary;

/**
 * An OAuth provider over real HTTP that insists on what the standards demand: registered redirect address, client secret, a code that is good once,
 * PKCE S256. What it issues are canaries. {@link #nextAnswer} makes it misbehave once.
 */
public final class PlayedProvider implements AutoCloseable {
    static final String CLIENT = "maestro-test";
    static final String CLIENT_SECRET = "canary-client-secret: 100%&";
    static final String ISSUER = "https://accounts.test";

    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Map<String, String> refreshTokens = new ConcurrentHashMap<>();
    private final Queue<Misbehaviour> misbehaviours = new ConcurrentLinkedQueue<>();
    private final List<String> revoked = new CopyOnWriteArrayList<>();
    private final List<Map<String, String>> tokenRequests = new CopyOnWriteArrayList<>();
    private final List<Canary> issued = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile String account = "alice-at-acme";
    private volatile int revokeStatus = 200;
    private volatile int life = 3600;
    private volatile boolean refreshable = true;

    /** How a token request is answered instead of properly. */
    @FunctionalInterface
    public interface Misbehaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    private PlayedProvider(HttpServer server) {
        this.server = server;
    }

    public static PlayedProvider listen() {
        try {
            int port = ConfigProvider.getConfig().getValue(ProviderDefinitions.PORT, Integer.class);
            var server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            var provider = new PlayedProvider(server);
            server.createContext("/token", provider::token);
            server.createContext("/revoke", provider::revoke);
            server.createContext("/userinfo", provider::userInfo);
            server.start();
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The person agrees at {@code authorizeUrl}; gives the query the browser is sent back with. */
    public String agree(URI authorizeUrl) {
        Map<String, String> asked = form(authorizeUrl.getRawQuery());
        require(asked.get("tenant").equals("7") && asked.get("response_type").equals("code") && asked.get("client_id").equals(CLIENT));
        require(asked.get("code_challenge_method").equals("S256") && asked.get("code_challenge").length() == 43);
        require(asked.get("redirect_uri").startsWith("https://console.test/oauth/callback/"));
        Canary code = issue("code");
        codes.put(code.text(), asked);
        return "code=" + code.text() + "&state=" + asked.get("state") + "&iss=" + ISSUER.replace(":", "%3A").replace("/", "%2F");
    }

    public void nextAnswer(Misbehaviour misbehaviour) {
        misbehaviours.add(misbehaviour);
    }

    public void answersWith(int status, String json) {
        nextAnswer(exchange -> answer(exchange, status, json));
    }

    public void issuesTokensFor(int seconds, boolean withRefreshToken) {
        life = seconds;
        refreshable = withRefreshToken;
    }

    /** As if it had issued that refresh token itself, before a restart. */
    public void knowsRefreshToken(String token) {
        refreshTokens.put(token, account);
    }

    public void isUsedBy(String person) {
        account = person;
    }

    public void answersRevocationsWith(int status) {
        revokeStatus = status;
    }

    public List<String> revoked() {
        return List.copyOf(revoked);
    }

    public List<Map<String, String>> tokenRequests() {
        return List.copyOf(tokenRequests);
    }

    /** Every code and token that left this provider. */
    public List<Canary> issued() {
        return List.copyOf(issued);
    }

    public Canary lastIssued(String kind) {
        return issued.stream().filter(canary -> canary.text().startsWith("canary-" + kind + "-")).reduce((first, second) -> second)
                .orElseThrow();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> asked = form(body(exchange));
        tokenRequests.add(asked);
        Misbehaviour misbehaviour = misbehaviours.poll();
        if (misbehaviour != null) misbehaviour.answer(exchange);
        else if (!isOurClient(exchange, asked)) answer(exchange, 401, "{\"error\":\"invalid_client\"}");
        else
            grant(exchange, asked);
    }

    private void grant(HttpExchange exchange, Map<String, String> asked) throws IOException {
        boolean good = switch (asked.get("grant_type")) {
            case "authorization_code" -> isAnswered(codes.remove(asked.get("code")), asked);
            case "refresh_token" -> refreshTokens.remove(asked.get("refresh_token")) != null;
            default -> false;
        };
        if (good) answer(exchange, 200, tokens());
        else
            answer(exchange, 400, "{\"error\":\"invalid_grant\",\"error_description\":\"canary-description\"}");
    }

    private String tokens() {
        String refresh = refreshable ? ",\"refresh_token\":\"" + issueRefreshToken() + "\"" : "";
        return "{\"access_token\":\"" + issue("access").text() + "\",\"token_type\":\"bearer\",\"expires_in\":" + life
                + ",\"scope\":\"read\""
                + refresh + "}";
    }

    private String issueRefreshToken() {
        String token = issue("refresh").text();
        refreshTokens.put(token, account);
        return token;
    }

    private Canary issue(String kind) {
        Canary canary = Canary.named(kind);
        issued.add(canary);
        return canary;
    }

    private static boolean isAnswered(Map<String, String> question, Map<String, String> asked) {
        return question != null && question.get("redirect_uri").equals(asked.get("redirect_uri"))
                && question.get("code_challenge").equals(s256(asked.get("code_verifier")));
    }

    private static boolean isOurClient(HttpExchange exchange, Map<String, String> asked) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header == null) return CLIENT.equals(asked.get("client_id")) && CLIENT_SECRET.equals(asked.get("client_secret"));
        String[] pair = new String(Base64.getDecoder().decode(header.substring("Basic ".length())), StandardCharsets.UTF_8).split(":", 2);
        return decode(pair[0]).equals(CLIENT) && decode(pair[1]).equals(CLIENT_SECRET);
    }

    private void revoke(HttpExchange exchange) throws IOException {
        Map<String, String> asked = form(body(exchange));
        if (revokeStatus == 200) revoked.add(asked.get("token_type_hint") + " " + asked.get("token"));
        answer(exchange, isOurClient(exchange, asked) ? revokeStatus : 401, "{}");
    }

    private void userInfo(HttpExchange exchange) throws IOException {
        boolean known = ("Bearer " + lastIssued("access").text()).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        answer(exchange, known ? 200 : 401, "{\"sub\":\"" + account + "\",\"preferred_username\":\"" + account + "-login\"}");
    }

    public static void answer(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Map<String, String> form(String text) {
        return Stream.of(text.split("&")).map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> decode(pair[0]), pair -> decode(pair[1])));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String s256(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void require(boolean condition) {
        if (!condition) throw new AssertionError("not what a provider would accept");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
