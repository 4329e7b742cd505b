package ai.igent.maestro.local.issuer;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.sun.net.httpserver.HttpExchange;

/** An answer, ready to be sent. */
record Reply(int status, Map<String, String> headers, String body) {
    Reply {
        headers = new TreeMap<>(headers);
        headers.putIfAbsent("Cache-Control", "no-store");
        headers.putIfAbsent("X-Content-Type-Options", "nosniff");
        headers.putIfAbsent("Referrer-Policy", "no-referrer");
    }

    static Reply json(int status, String json) {
        return new Reply(status, Map.of("Content-Type", "application/json"), json);
    }

    static Reply json(Map<String, Object> object) {
        return json(200, JSONObjectUtils.toJSONString(object));
    }

    /** An OAuth error to the client itself, never through the browser. */
    static Reply error(int status, ErrorObject error) {
        return json(status, JSONObjectUtils.toJSONString(error.toJSONObject()));
    }

    static Reply redirect(URI to) {
        return new Reply(302, Map.of("Location", to.toString()), "");
    }

    static Reply text(int status, String text) {
        return new Reply(status, Map.of("Content-Type", "text/plain;charset=UTF-8"), text);
    }

    void send(HttpExchange exchange) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        headers.forEach(exchange.getResponseHeaders()::set);
        boolean empty = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, empty ? -1 : bytes.length);
        if (!empty)
            exchange.getResponseBody().write(bytes);
    }
}
