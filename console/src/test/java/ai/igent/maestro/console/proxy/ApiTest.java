package ai.igent.maestro.console.proxy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.http.TestHTTPResource;
import io.vertx.core.json.JsonObject;

import ai.igent.maestro.console.test.Browser;
import ai.igent.maestro.console.test.ConsoleTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ConsoleTest
class ApiTest {
    @TestHTTPResource
    URI console;

    @Test
    void passesMethodPathQueryAndBodyOn() {
        var answer = alice().change("PUT", "/api/vault/v1/secrets/sec_1/value?a=b%20c&d", "{\"value\":\"canary-put\"}");

        var seen = new JsonObject(answer.body());
        assertThat(seen.getString("method")).isEqualTo("PUT");
        assertThat(seen.getString("uri")).isEqualTo("/v1/secrets/sec_1/value?a=b%20c&d");
        assertThat(seen.getString("body")).isEqualTo("{\"value\":\"canary-put\"}");
    }

    @Test
    void callsTheServiceAsTheUser() {
        var seen = new JsonObject(alice().get("/api/vault/v1/secrets").body());

        String[] token = header(seen, "authorization").replace("Bearer ", "").split("\\.");
        var claims = new JsonObject(new String(Base64.getUrlDecoder().decode(token[1]), StandardCharsets.UTF_8));
        assertThat(claims.getString("sub")).isEqualTo("alice");
        assertThat(claims.getString("aud")).isEqualTo("maestro");
    }

    @Test
    void keepsCookiesAndForeignHeadersFromTheService() {
        var answer = alice().get("/api/vault/v1/secrets", "Cookie", "other=1", "X-Anything", "1", "X-Forwarded-For", "10.0.0.1",
                "Idempotency-Key", "one");

        var seen = new JsonObject(answer.body());
        assertThat(seen.getJsonObject("headers").fieldNames()).doesNotContain("cookie", "x-anything", "x-requested-with");
        assertThat(header(seen, "x-forwarded-for")).isEqualTo("127.0.0.1");
        assertThat(header(seen, "idempotency-key")).isEqualTo("one");
    }

    @Test
    void keepsTheServicesCookiesFromTheBrowser() {
        var answer = alice().get("/api/vault/v1/secrets");

        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("planted"));
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"7\"");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void passesTheServicesRefusalBack() {
        var answer = alice().get("/api/vault/v1/refused");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).isEqualTo("{\"code\":\"secret-exists\"}");
    }

    @Test
    void deliversEventsWhileTheStreamIsOpen() throws IOException {
        try (var stream = alice().stream("/api/vault/v1/stream")) {
            assertThat(new String(stream.readNBytes(13), StandardCharsets.UTF_8)).isEqualTo("data: first\n\n");
        }
    }

    @Test
    void letsGoOfTheServiceWhenTheBrowserLeaves() throws IOException {
        Browser alice = alice();
        try (var stream = alice.stream("/api/vault/v1/stream")) {
            stream.readNBytes(13);
            assertThat(alice.get("/api/vault/v1/listeners").body()).isNotEqualTo("0");
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> alice.get("/api/vault/v1/listeners").body().equals("0"));
    }

    @Test
    void losesNothingOfTheBodyWhileTheTokensAreRefreshed() {
        String body = "x".repeat(300_000);

        var seen = new JsonObject(Browser.signedIn(console, "shortly").change("POST", "/api/vault/v1/secrets", body).body());

        assertThat(seen.getString("body")).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/vault/internal/v1/resolve", "/api/vault/q/health", "/api/vault/v1/%2e%2e/internal/v1/resolve",
            "/api/vault/v1/..%2finternal", "/api/vault//internal/v1/resolve", "/api/vault/v1/a%5c..", "/api/injector/v1/sandboxes",
            "/api/nobody/v1/secrets", "/api/vault", "/api/", "/api/vault/v1"})
    void refusesWhatIsNoPublicApi(String path) {
        var answer = alice().get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(new JsonObject(answer.body()).getString("code")).isEqualTo("not-found");
    }

    @Test
    void refusesAChangeWithoutThePagesMark() {
        assertRefusedAsCrossSite(alice().post("/api/vault/v1/secrets", "Sec-Fetch-Site", "same-origin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none"})
    void refusesAChangeFromAnotherOrigin(String site) {
        assertRefusedAsCrossSite(alice().post("/api/vault/v1/secrets", "X-Requested-With", "JavaScript", "Sec-Fetch-Site", site));
    }

    @Test
    void refusesAChangeWhoseOriginIsUnknownOrForeign() {
        assertRefusedAsCrossSite(alice().post("/api/vault/v1/secrets", "X-Requested-With", "JavaScript"));
        assertRefusedAsCrossSite(alice().post("/api/vault/v1/secrets", "X-Requested-With", "JavaScript", "Origin", "https://evil.example"));
    }

    @Test
    void believesTheOriginWhereTheBrowserStatesNoSite() {
        var answer = alice().post("/api/vault/v1/secrets", "X-Requested-With", "JavaScript", "Origin", "http://localhost:8100");

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/audit/v1/audit/events", "/api/session/v1/sessions"})
    void saysThatAServiceIsAwayOrSilent(String path) {
        var answer = alice().get(path);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(new JsonObject(answer.body()).getString("instance")).isEqualTo(path);
    }

    @Test
    void saysSoForAChangeToo() {
        assertThat(alice().change("POST", "/api/audit/v1/findings/evt_1/acknowledge", "{}").statusCode()).isEqualTo(503);
    }

    private Browser alice() {
        return Browser.signedIn(console, "alice");
    }

    private static String header(JsonObject seen, String name) {
        return seen.getJsonObject("headers").getJsonArray(name).getString(0);
    }

    private static void assertRefusedAsCrossSite(java.net.http.HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(new JsonObject(answer.body()).getString("code")).isEqualTo("cross-site-request");
    }
}
