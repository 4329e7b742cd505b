package ai.igent.maestro.local.issuer;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.oauth2.sdk.util.URLUtils;

/** Speaks to the issuer as browsers and clients do. */
final class Browser {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String realm;

    Browser(String realm) {
        this.realm = realm;
    }

    HttpResponse<String> open(Map<String, String> authorizationRequest) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(realm + "/authorize?" + form(authorizationRequest))));
    }

    HttpResponse<String> choose(String person, Map<String, String> authorizationRequest, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(realm + "/authorize?" + form(authorizationRequest)))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(body(Map.of("username", person)));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** What came back in the address the browser was sent to. */
    static String returned(HttpResponse<String> redirect, String parameter) {
        var parameters = URLUtils.parseParameters(URI.create(redirect.headers().firstValue("Location").orElseThrow()).getRawQuery());
        return parameters.containsKey(parameter) ? parameters.get(parameter).getFirst() : null;
    }

    HttpResponse<String> post(String path, String clientAndSecret, Map<String, String> form) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(realm + path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(body(form));
        if (clientAndSecret != null)
            request.header("Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(clientAndSecret.getBytes(StandardCharsets.UTF_8)));
        return send(request);
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(realm + path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> head(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(realm + path)).HEAD());
    }

    static Map<String, Object> json(HttpResponse<String> response) throws ParseException {
        return JSONObjectUtils.parse(response.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.BodyPublisher body(Map<String, String> form) {
        return HttpRequest.BodyPublishers.ofString(form(form));
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream().map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
