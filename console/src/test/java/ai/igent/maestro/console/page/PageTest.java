package ai.igent.maestro.console.page;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.http.TestHTTPResource;

import ai.igent.maestro.console.test.Browser;
import ai.igent.maestro.console.test.ConsoleTest;

import static org.assertj.core.api.Assertions.assertThat;

@ConsoleTest
class PageTest {
    private static final Pattern NONCE = Pattern.compile("'nonce-([\\w-]{20,})'");
    private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"");

    @TestHTTPResource
    URI console;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/secrets", "/sessions/ses_0192/secrets", "/no/such/page"})
    void answersEveryAddressOfThePage(String path) {
        var answer = Browser.signedIn(console, "alice").get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(answer.body()).contains("<div id=\"root\">");
    }

    @Test
    void allowsNoInlineScriptAndOnlyStylesWithANonceOfThisAnswer() {
        Browser anybody = Browser.at(console);
        var first = anybody.get("/signed-out");
        var second = anybody.get("/signed-out");

        assertThat(policy(first)).contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'").doesNotContain("unsafe");
        assertThat(first.body()).contains("nonce=\"" + nonce(first) + "\"").doesNotContain("__NONCE__");
        assertThat(nonce(first)).isNotEqualTo(nonce(second));
    }

    @Test
    void letsTheBrowserKeepAssetsForGoodButNotTheirAbsence() {
        Browser anybody = Browser.at(console);
        var script = SCRIPT.matcher(anybody.get("/signed-out").body());
        assertThat(script.find()).isTrue();

        assertThat(anybody.get(script.group(1)).headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        assertThat(anybody.get("/assets/gone.js").statusCode()).isEqualTo(404);
        assertThat(anybody.get("/assets/gone.js").headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void hasOneAddressForTheDocument() {
        Browser alice = Browser.signedIn(console, "alice");

        assertThat(alice.location(alice.get("/index.html"))).isEqualTo(console.resolve("/"));
    }

    @Test
    void tellsItsHealthAndMetricsAndNothingElseBelowQ() {
        Browser anybody = Browser.at(console);

        assertThat(anybody.get("/q/health/live").statusCode()).isEqualTo(200);
        assertThat(anybody.get("/q/health/started").statusCode()).isEqualTo(200);
        assertThat(anybody.get("/q/health/ready").statusCode()).isEqualTo(200);
        assertThat(anybody.get("/q/health/ready").body()).contains("\"name\": \"issuer\"");
        assertThat(anybody.get("/q/metrics").statusCode()).isEqualTo(200);
        assertThat(anybody.get("/q/openapi").statusCode()).isEqualTo(404);
    }

    private static String policy(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    private static String nonce(HttpResponse<String> answer) {
        var nonce = NONCE.matcher(policy(answer));
        assertThat(nonce.find()).isTrue();
        return nonce.group(1);
    }
}
