package ai.igent.maestro.local;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;

/** {@code maestro token USER}: signs a demo user in at the local issuer as {@code maestro-cli}, by code flow with PKCE, and prints the access token. */
public final class Token {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    /** Nobody listens there: the code is read from the address the issuer answers with. */
    private static final String REDIRECT = "http://127.0.0.1:1/callback";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String issuer;

    private Token(String issuer) {
        this.issuer = issuer;
    }

    /** {@code issuer}: the address of the stack's issuer. */
    public static Token from(URI issuer) {
        return new Token(issuer + "/maestro");
    }

    /** @throws StackFailure when there is nobody of that name, or no issuer */
    public String of(String user) {
        String verifier = random();
        String redirect = signIn(user, challenge(verifier));
        String code = Stream.of(URI.create(redirect).getRawQuery().split("&")).filter(each -> each.startsWith("code=")).findFirst()
                .orElseThrow(() -> new StackFailure("The issuer refused to sign " + user + " in.")).substring("code=".length());
        return redeem(code, verifier);
    }

    private String signIn(String user, String challenge) {
        String query = form(
                Map.of("response_type", "code", "client_id", "maestro-cli", "redirect_uri", REDIRECT, "scope", "openid", "state", random(),
                        "code_challenge", challenge, "code_challenge_method", "S256"));
        var response = post("/authorize?" + query, form(Map.of("username", user)));
        return response.headers().firstValue("Location").orElseThrow(
                () -> new StackFailure("There is no user " + user + "; there are alice, bob, carol, platform, auditor and operator."));
    }

    private String redeem(String code, String verifier) {
        var response = post("/token",
                "code=" + code + "&"
                        + form(Map.of("grant_type", "authorization_code", "redirect_uri", REDIRECT, "client_id", "maestro-cli",
                                "code_verifier",
                                verifier)));
        try {
            return new ObjectMapper().readTree(response.body()).required("access_token").textValue();
        } catch (IOException | IllegalArgumentException e) {
            throw new StackFailure("The issuer gave no token.", e);
        }
    }

    private HttpResponse<String> post(String path, String form) {
        var request = HttpRequest.newBuilder(URI.create(issuer + path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)).build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new StackFailure("The issuer does not answer at " + issuer + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        }
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream().map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return BASE64.encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            return BASE64.encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
