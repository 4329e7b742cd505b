package ai.igent.maestro.local.issuer;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;

/** The addresses of one realm. */
final class RealmEndpoints {
    private final Realm realm;
    private final String issuer;
    private final SigningKeys keys;
    private final Tokens tokens;
    private final RefreshTokens refreshTokens;
    private final ClientCheck clients;
    private final AuthorizeEndpoint authorize;
    private final TokenEndpoint token;

    RealmEndpoints(Realm realm, String issuer, Settings settings, Clock clock) throws IOException {
        Path folder = settings.folder().resolve(realm.name());
        this.realm = realm;
        this.issuer = issuer;
        keys = SigningKeys.keptIn(folder.resolve("signing-key.json"));
        tokens = new Tokens(realm, issuer, keys, settings.tokenLife(), clock);
        refreshTokens = new RefreshTokens(realm, folder.resolve("refresh-tokens.json"));
        clients = new ClientCheck(realm);
        var codes = new Codes(clock);
        authorize = new AuthorizeEndpoint(realm, issuer, codes, clock);
        token = new TokenEndpoint(clients, codes, refreshTokens, tokens);
    }

    Reply answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(realm.name().length() + 1);
        String method = exchange.getRequestMethod().equals("HEAD") ? "GET" : exchange.getRequestMethod();
        return switch (method + " " + path) {
            case "GET /.well-known/openid-configuration", "GET /.well-known/oauth-authorization-server" -> Reply.json(Metadata.of(issuer));
            case "GET /jwks" -> Reply.json(200, keys.publicKeys());
            case "GET /authorize" -> authorize.ask(query(exchange));
            case "POST /authorize" -> fromElsewhere(exchange) ? Reply.text(403, "Sign in on the page itself.") : signIn(exchange);
            case "POST /token" -> token.answer(toHttpRequest(exchange));
            case "POST /revoke" -> revoke(exchange);
            case "GET /userinfo" -> userInfo(exchange);
            case "GET /endsession" -> endSession(exchange);
            default -> Reply.text(404, "There is nothing here.");
        };
    }

    private Reply signIn(HttpExchange exchange) throws IOException {
        var form = URLUtils.parseParameters(body(exchange));
        return authorize.signIn(query(exchange), form.getOrDefault("username", List.of("")).getFirst());
    }

    /** A form on another page must not sign anybody in. */
    private boolean fromElsewhere(HttpExchange exchange) {
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        return origin != null && !origin.equals("null") && !issuer.startsWith(origin + "/");
    }

    private Reply revoke(HttpExchange exchange) throws IOException {
        try {
            var request = TokenRevocationRequest.parse(toHttpRequest(exchange));
            if (clients.of(request).isEmpty())
                return Reply.error(401, OAuth2Error.INVALID_CLIENT);
            refreshTokens.revoke(new RefreshToken(request.getToken().getValue()));
            return Reply.text(200, "");
        } catch (ParseException e) {
            return Reply.error(400, OAuth2Error.INVALID_REQUEST);
        }
    }

    private Reply userInfo(HttpExchange exchange) {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (authorization == null || !authorization.startsWith("Bearer "))
            return Reply.json(401, "{}");
        return tokens.holder(authorization.substring(7))
                .map(person -> Reply.json(Map.of("sub", person.subject(), "name", person.name(), "preferred_username", person.name())))
                .orElseGet(() -> Reply.json(401, "{}"));
    }

    /** There is no session to end here; the browser goes back to where it came from, if that is a client's. */
    private Reply endSession(HttpExchange exchange) {
        var asked = query(exchange).get("post_logout_redirect_uri");
        if (asked == null)
            return Reply.text(200, "You are signed out.");
        URI back = URI.create(asked.getFirst());
        boolean known = realm.clients().stream().flatMap(client -> client.redirects().stream())
                .anyMatch(redirect -> redirect.address().getAuthority().equals(back.getAuthority()));
        return known ? Reply.redirect(back) : Reply.text(400, "That address is not known.");
    }

    private static Map<String, List<String>> query(HttpExchange exchange) {
        return URLUtils.parseParameters(exchange.getRequestURI().getRawQuery());
    }

    private HTTPRequest toHttpRequest(HttpExchange exchange) throws IOException {
        var request = new HTTPRequest(HTTPRequest.Method.POST, URI.create(issuer));
        exchange.getRequestHeaders().forEach((name, values) -> request.setHeader(name, values.toArray(String[]::new)));
        request.setBody(body(exchange));
        return request;
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readNBytes(64 * 1024), StandardCharsets.UTF_8);
    }
}
