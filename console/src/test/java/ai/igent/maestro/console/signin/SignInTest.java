package ai.igent.maestro.console.signin;

import java.net.URI;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.http.TestHTTPResource;
import io.vertx.core.json.JsonObject;

import ai.igent.maestro.console.test.Browser;
import ai.igent.maestro.console.test.ConsoleTest;
import ai.igent.maestro.test.TestTokens;

import static org.assertj.core.api.Assertions.assertThat;

@ConsoleTest
class SignInTest {
    @TestHTTPResource
    URI console;

    @Test
    void sendsWhoIsNotSignedInToTheIssuer() {
        var answer = Browser.at(console).get("/secrets");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .contains("/authorize?response_type=code&client_id=maestro-console")
                .contains("code_challenge=", "code_challenge_method=S256", "nonce=", "state=");
    }

    @Test
    void returnsToWhereTheSignInBegan() {
        var answer = Browser.at(console).signIn("/secrets?filter=aws", "alice");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.uri()).isEqualTo(console.resolve("/secrets?filter=aws"));
        assertThat(answer.body()).contains("<div id=\"root\">");
    }

    @Test
    void tellsThePageWhoIsSignedIn() {
        var answer = Browser.signedIn(console, "alice").get("/api/me");

        assertThat(new JsonObject(answer.body())).isEqualTo(new JsonObject().put("id", "alice").put("name", "The name of alice"));
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void neverShowsATokenToThePage() {
        Browser browser = Browser.at(console);
        var page = browser.signIn("/", "alice");

        assertThat(page.body() + browser.get("/api/me").body()).doesNotContain("eyJ");
    }

    @Test
    void refusesTheApiToWhoIsNotSignedIn() {
        for (String path : new String[]{"/api/me", "/api/vault/v1/secrets"}) {
            var answer = Browser.at(console).get(path);

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(new JsonObject(answer.body()).getString("code")).isEqualTo("signed-out");
        }
    }

    @Test
    void takesNoBearerTokenInPlaceOfTheSignIn() {
        var answer = Browser.at(console).get("/api/vault/v1/secrets", "Authorization", "Bearer " + TestTokens.user("alice"));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void takesNoCookieThatItDidNotMake() {
        var answer = Browser.at(console).get("/api/vault/v1/secrets", "Cookie", "q_session=" + TestTokens.user("alice"));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void refreshesTheTokensBeforeTheyExpire() {
        Browser browser = Browser.signedIn(console, "shortly");

        assertThat(bearer(browser)).isNotEqualTo(bearer(browser));
    }

    @Test
    void endsTheSignIn() {
        Browser browser = Browser.signedIn(console, "alice");

        URI issuer = browser.location(browser.get("/logout"));

        assertThat(issuer.getQuery()).contains("post_logout_redirect_uri=" + console.resolve("/signed-out"));
        assertThat(browser.cookieNames()).noneMatch(name -> name.startsWith("q_session"));
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void saysThatTheSignInFailed() {
        var answer = Browser.at(console).signIn("/", "nobody");

        assertThat(answer.uri().getPath()).isEqualTo("/sign-in-failed");
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static String bearer(Browser browser) {
        var seen = new JsonObject(browser.get("/api/vault/v1/secrets").body());
        return seen.getJsonObject("headers").getJsonArray("authorization").getString(0);
    }
}
