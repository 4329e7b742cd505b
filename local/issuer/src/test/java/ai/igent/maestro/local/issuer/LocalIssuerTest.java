package ai.igent.maestro.local.issuer;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

class LocalIssuerTest {
    private static final String CONSOLE = "http://localhost:9999";
    private static final String WEB = "maestro-console:secret-of-maestro-console";
    private static final String CONNECTIONS = "maestro-oauth:secret-of-maestro-oauth";
    private static final String CLI_REDIRECT = "http://127.0.0.1:45678/callback";

    @TempDir
    private Path folder;
    private LocalIssuer issuer;

    @BeforeEach
    void start() throws IOException {
        Map<String, String> secrets = Stream
                .of("vault-service", "session-service", "oauth-service", "sandbox-injector", "audit-service", "console",
                        "maestro-console", "maestro-oauth")
                .collect(Collectors.toMap(client -> client, client -> "secret-of-" + client));
        issuer = LocalIssuer.start(new Settings(0, folder, CONSOLE, secrets, Duration.ofMinutes(5)), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void aPersonSignsInAtTheCommandLineWithPkce() throws Exception {
        var verifier = new CodeVerifier();
        var request = commandLine(verifier);
        var page = maestro().open(request);
        assertThat(page.body()).contains("value=\"alice\"").doesNotContain("http://", "https://");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'none'")
                .doesNotContain("unsafe");

        var back = maestro().choose("alice", request);
        assertThat(Browser.returned(back, "state")).isEqualTo("some-state");
        assertThat(Browser.returned(back, "iss")).isEqualTo(address("maestro"));
        var claims = verified(Browser.json(redeem(back, verifier)).get("access_token"));

        assertThat(claims.getSubject()).isEqualTo("alice");
        assertThat(claims.getAudience()).containsExactly("maestro");
        assertThat(claims.getStringListClaim("roles")).containsExactly("user");
        assertThat(claims.getJSONObjectClaim("organizations")).isEqualTo(Map.of("acme", "admin"));
        assertThat(claims.getStringClaim("azp")).isEqualTo("maestro-cli");
        assertThat(claims.getLongClaim("auth_time")).isCloseTo(System.currentTimeMillis() / 1000, offset(30L));
    }

    @Test
    void aCodeWorksOnceAndOnlyWithItsVerifier() throws Exception {
        var verifier = new CodeVerifier();
        var back = maestro().choose("bob", commandLine(verifier));
        assertThat(redeem(back, verifier).statusCode()).isEqualTo(200);
        assertThat(redeem(back, verifier).statusCode()).isEqualTo(400);

        var stolen = maestro().choose("bob", commandLine(verifier));
        assertThat(redeem(stolen, new CodeVerifier()).statusCode()).isEqualTo(400);
    }

    @Test
    void aPublicClientWithoutPkceIsRefused() throws Exception {
        var request = new HashMap<>(commandLine(new CodeVerifier()));
        request.keySet().removeAll(List.of("code_challenge", "code_challenge_method"));

        assertThat(Browser.returned(maestro().open(request), "error")).isEqualTo("invalid_request");
    }

    @Test
    void nobodyIsSentToAnAddressThatIsNotTheClients() throws Exception {
        var request = new HashMap<>(commandLine(new CodeVerifier()));
        request.put("redirect_uri", "http://127.0.0.1:45678/elsewhere");

        assertThat(maestro().open(request).statusCode()).isEqualTo(400);
        assertThat(maestro().choose("alice", request).statusCode()).isEqualTo(400);
    }

    @Test
    void aFormOnAnotherPageSignsNobodyIn() throws Exception {
        var request = commandLine(new CodeVerifier());
        assertThat(maestro().choose("alice", request, "Origin", "http://evil.example").statusCode()).isEqualTo(403);
        assertThat(maestro().choose("alice", request, "Origin", "http://localhost:" + issuer.port()).statusCode()).isEqualTo(302);
    }

    @Test
    void askingForASilentSignInFailsBecauseThereIsNoSession() throws Exception {
        var request = new HashMap<>(commandLine(new CodeVerifier()));
        request.put("prompt", "none");

        assertThat(Browser.returned(maestro().open(request), "error")).isEqualTo("login_required");
    }

    @Test
    void aServiceGetsATokenForItsSecretAndNothingElse() throws Exception {
        var grant = Map.of("grant_type", "client_credentials");
        var claims = verified(Browser.json(maestro().post("/token", "vault-service:secret-of-vault-service", grant)).get("access_token"));
        assertThat(claims.getSubject()).isEqualTo("vault-service");
        assertThat(claims.getStringClaim("azp")).isEqualTo("vault-service");
        assertThat(claims.getStringListClaim("roles")).containsExactly("service");

        assertThat(maestro().post("/token", "vault-service:guessed", grant).statusCode()).isEqualTo(401);
        assertThat(maestro().post("/token", null, grant).statusCode()).isBetween(400, 401);
        assertThat(maestro().post("/token", WEB, grant).statusCode()).isEqualTo(400);
    }

    @Test
    void theConsolesUsersStaySignedInAcrossARestart() throws Exception {
        String refresh = (String) signedIn(maestro(), WEB, CONSOLE + "/oidc/callback").get("refresh_token");
        stop();
        start();

        var renewed = Browser.json(refresh(maestro(), WEB, refresh));
        assertThat(verified(renewed.get("access_token")).getSubject()).isEqualTo("alice");
        assertThat(renewed.get("refresh_token")).isEqualTo(refresh);
    }

    @Test
    void aConnectionsRefreshTokenRotatesAndItsSecondUseEndsTheConnection() throws Exception {
        var acme = new Browser(address("acme-accounts"));
        String first = (String) signedIn(acme, CONNECTIONS, CONSOLE + "/oauth/callback/acme-accounts").get("refresh_token");
        String second = (String) Browser.json(refresh(acme, CONNECTIONS, first)).get("refresh_token");
        assertThat(second).isNotEqualTo(first);

        assertThat(refresh(acme, CONNECTIONS, first).statusCode()).isEqualTo(400);
        assertThat(refresh(acme, CONNECTIONS, second).statusCode()).isEqualTo(400);
    }

    @Test
    void aRevokedRefreshTokenIsGone() throws Exception {
        var acme = new Browser(address("acme-accounts"));
        String refresh = (String) signedIn(acme, CONNECTIONS, CONSOLE + "/oauth/callback/acme-accounts").get("refresh_token");
        assertThat(acme.post("/revoke", "maestro-oauth:guessed", Map.of("token", refresh)).statusCode()).isEqualTo(401);
        assertThat(acme.post("/revoke", CONNECTIONS, Map.of("token", refresh)).statusCode()).isEqualTo(200);

        assertThat(refresh(acme, CONNECTIONS, refresh).statusCode()).isEqualTo(400);
    }

    @Test
    void tellsAConnectionWhoseAccountItIs() throws Exception {
        var acme = new Browser(address("acme-accounts"));
        var tokens = signedIn(acme, CONNECTIONS, CONSOLE + "/oauth/callback/acme-accounts");

        var account = acme.get("/userinfo", "Authorization", "Bearer " + tokens.get("access_token"));
        assertThat(Browser.json(account)).containsEntry("sub", "1001").containsEntry("preferred_username", "alice@acme.example");
        assertThat(acme.get("/userinfo").statusCode()).isEqualTo(401);
        assertThat(acme.get("/userinfo", "Authorization", "Bearer x.y.z").statusCode()).isEqualTo(401);
    }

    @Test
    void answersWhoeverOnlyWantsToKnowWhetherItIsThere() throws Exception {
        assertThat(maestro().head("/.well-known/openid-configuration").statusCode()).isEqualTo(200);
    }

    @Test
    void itsKeyIsForItsOwnerOnly() throws IOException {
        var key = folder.resolve("maestro").resolve("signing-key.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key))).isEqualTo("rw-------");
    }

    private Map<String, Object> signedIn(Browser browser, String client, String redirect) throws Exception {
        String person = redirect.contains("acme") ? "1001" : "alice";
        var back = browser.choose(person,
                Map.of("response_type", "code", "client_id", client.split(":")[0], "redirect_uri", redirect, "scope", "openid", "state",
                        "s"));
        return Browser.json(browser.post("/token", client,
                Map.of("grant_type", "authorization_code", "code", Browser.returned(back, "code"), "redirect_uri", redirect)));
    }

    private static HttpResponse<String> refresh(Browser browser, String client, String token) throws Exception {
        return browser.post("/token", client, Map.of("grant_type", "refresh_token", "refresh_token", token));
    }

    private static Map<String, String> commandLine(CodeVerifier verifier) {
        return Map.of("response_type", "code", "client_id", "maestro-cli", "redirect_uri", CLI_REDIRECT, "scope", "openid", "state",
                "some-state",
                "code_challenge", CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue(), "code_challenge_method", "S256");
    }

    private HttpResponse<String> redeem(HttpResponse<String> back, CodeVerifier verifier) throws Exception {
        return maestro().post("/token", null,
                Map.of("grant_type", "authorization_code", "code", Browser.returned(back, "code"), "redirect_uri",
                        CLI_REDIRECT, "client_id", "maestro-cli", "code_verifier", verifier.getValue()));
    }

    private JWTClaimsSet verified(Object token) throws Exception {
        var jwt = SignedJWT.parse((String) token);
        var key = JWKSet.parse(maestro().get("/jwks").body()).getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey();
        assertThat(jwt.verify(new RSASSAVerifier(key))).isTrue();
        assertThat(jwt.getJWTClaimsSet().getIssuer()).isEqualTo(address("maestro"));
        return jwt.getJWTClaimsSet();
    }

    private Browser maestro() {
        return new Browser(address("maestro"));
    }

    private String address(String realm) {
        return "http://localhost:" + issuer.port() + "/" + realm;
    }
}
