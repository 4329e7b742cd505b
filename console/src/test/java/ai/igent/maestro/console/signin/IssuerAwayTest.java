package ai.igent.maestro.console.signin;

import java.net.URI;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import ai.igent.maestro.console.test.Browser;
import ai.igent.maestro.console.test.ConsoleTest;

import static org.assertj.core.api.Assertions.assertThat;

@ConsoleTest
@TestProfile(IssuerAwayTest.NobodyAtTheIssuersAddress.class)
class IssuerAwayTest {
    @TestHTTPResource
    URI console;

    @Test
    void leadsToAPageThatSaysSo() {
        Browser anybody = Browser.at(console);

        assertThat(anybody.location(anybody.get("/secrets")).getPath()).isEqualTo("/sign-in-failed");
        assertThat(anybody.get("/sign-in-failed").statusCode()).isEqualTo(200);
    }

    @Test
    void isNotReadyButAlive() {
        assertThat(Browser.at(console).get("/q/health/ready").statusCode()).isEqualTo(503);
        assertThat(Browser.at(console).get("/q/health/live").statusCode()).isEqualTo(200);
    }

    public static class NobodyAtTheIssuersAddress implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.oidc.auth-server-url", "http://127.0.0.1:1/nobody");
        }
    }
}
