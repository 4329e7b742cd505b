package ai.igent.maestro.console.proxy;

import java.net.URI;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.http.TestHTTPResource;
import io.vertx.core.json.JsonObject;

import ai.igent.maestro.console.test.Browser;
import ai.igent.maestro.console.test.ConsoleTest;

import static org.assertj.core.api.Assertions.assertThat;

@ConsoleTest
class AuthorizationTest {
    @TestHTTPResource
    URI console;

    @Test
    void startsAnAuthorizationAsTheUser() {
        var answer = Browser.signedIn(console, "alice").get("/oauth/start/con_1");

        var seen = new JsonObject(answer.body());
        assertThat(seen.getString("uri")).isEqualTo("/oauth/start/con_1");
        assertThat(seen.getJsonObject("headers").getJsonArray("authorization").getString(0)).startsWith("Bearer ");
    }

    @Test
    void asksForASignInFirst() {
        assertThat(Browser.at(console).get("/oauth/start/con_1").headers().firstValue("Location").orElseThrow()).contains("/authorize?");
    }

    @Test
    void passesRedirectsAndOnlyTheCookiesOfTheAuthorization() {
        var answer = Browser.signedIn(console, "alice")
                .get("/oauth/callback/github?code=c&state=s", "Cookie", "__Host-maestro-oauth-state=abc; other=1");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/connections?saw=__Host-maestro-oauth-state.abc");
        assertThat(answer.headers().allValues("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("__Host-maestro-oauth-state="))
                .noneMatch(cookie -> cookie.startsWith("planted"));
    }

    @Test
    void hasNoOtherAddresses() {
        assertThat(Browser.signedIn(console, "alice").get("/oauth/other/x").statusCode()).isEqualTo(404);
        assertThat(Browser.signedIn(console, "alice").change("POST", "/oauth/start/con_1", "").statusCode()).isEqualTo(404);
    }
}
