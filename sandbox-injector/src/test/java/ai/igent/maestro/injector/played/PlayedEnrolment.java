package ai.igent.maestro.injector.played;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** session-service's public side for sandboxes: codes that work once, tokens that renew themselves. */
public final class PlayedEnrolment {
    private final Map<String, PlayedSession> codes = new ConcurrentHashMap<>();
    private final Map<String, PlayedSession> tokens = new ConcurrentHashMap<>();
    private final List<String> used = new CopyOnWriteArrayList<>();
    private final AtomicInteger renewals = new AtomicInteger();
    private volatile Duration life = Duration.ofHours(1);

    PlayedEnrolment() {}

    void listenAt(HttpServer server) {
        server.createContext("/v1/sandboxes/enrol", this::enrol);
        server.createContext("/v1/sandboxes/renew", this::renew);
    }

    public String code(PlayedSession session) {
        String code = "mse_" + UUID.randomUUID().toString().replace("-", "");
        codes.put(code, session);
        return code;
    }

    /** How long the tokens given out from now on last. */
    public void tokensLast(Duration duration) {
        life = duration;
    }

    public int renewals() {
        return renewals.get();
    }

    private void enrol(HttpExchange exchange) throws IOException {
        String code = Wire.read(exchange, JsonNode.class).path("code").asText();
        PlayedSession session = codes.remove(code);
        if (session != null) give(exchange, session);
        else if (used.contains(code)) Wire.answer(exchange, 409, "{\"code\":\"enrolment-code-used\"}");
        else
            Wire.answer(exchange, 404, "{\"code\":\"not-found\"}");
        used.add(code);
    }

    private void renew(HttpExchange exchange) throws IOException {
        String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        PlayedSession session = tokens.get(authorization.replace("Bearer ", ""));
        if (session == null || session.isEnded()) Wire.answer(exchange, 401, "{\"code\":\"unauthorized\"}");
        else {
            renewals.incrementAndGet();
            give(exchange, session);
        }
    }

    private void give(HttpExchange exchange, PlayedSession session) throws IOException {
        String token = session.anotherToken();
        tokens.put(token, session);
        Wire.answer(exchange, Map.of("session", session.id().text(), "sandboxToken", token, "expiresAt",
                Instant.now().plus(life).truncatedTo(ChronoUnit.MILLIS).toString()));
    }
}
