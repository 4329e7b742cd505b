package ai.igent.maestro.console.signin;

import java.net.URI;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SignInSafetyTest {
    private static final String SECRET = "x".repeat(32);

    @Test
    void startsWithEncryptedCookiesOnEitherScheme() {
        assertThatCode(() -> check("http://localhost:8100", false, SECRET)).doesNotThrowAnyException();
        assertThatCode(() -> check("https://secrets.example", true, SECRET)).doesNotThrowAnyException();
    }

    @Test
    void refusesCookiesThatCouldTravelUnencrypted() {
        assertThatThrownBy(() -> check("https://secrets.example", false, SECRET)).hasMessageContaining("MAESTRO_CONSOLE_HTTPS");
    }

    @Test
    void refusesAShortCookieSecretWithoutShowingIt() {
        assertThatThrownBy(() -> check("http://localhost:8100", false, "canary-short")).hasMessageContaining("MAESTRO_COOKIE_SECRET")
                .hasMessageNotContaining("canary");
    }

    private static void check(String url, boolean https, String secret) {
        new SignInSafety(URI.create(url), https, secret).check(null);
    }
}
