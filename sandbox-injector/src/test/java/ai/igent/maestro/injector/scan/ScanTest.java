package ai.igent.maestro.injector.scan;

import java.net.URLEncoder;
import java.util.Base64;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import ai.igent.maestro.injector.played.InjectorTest;
import ai.igent.maestro.injector.played.PlayedSession;
import ai.igent.maestro.injector.played.PlayedSuite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(PlayedSuite.class)
class ScanTest extends InjectorTest {
    private static final String DIFF = """
            diff --git a/config/app.yml b/config/app.yml
            --- a/config/app.yml
            +++ b/config/app.yml
            @@ -1,3 +1,3 @@
             name: app
            -token: %1$s
            +  token: "%1$s"
             other: %1$s
            """;

    @Test
    void namesWhatIsFoundAndWhereAndNeverTheValue() {
        PlayedSession session = suite.session(suite.vault().env("TOKEN", value()), suite.vault().env("OTHER", "canary-other"));

        Response answer = scan(session, "text/plain",
                "first\nsécond " + value() + "\n" + Base64.getEncoder().encodeToString(value().getBytes(UTF_8))
                        + "\n x=canary-other");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString()).isEqualTo("{\"findings\":[{\"name\":\"TOKEN\",\"line\":2,\"column\":8,\"encoding\":\"raw\"},"
                + "{\"name\":\"TOKEN\",\"line\":3,\"column\":1,\"encoding\":\"base64\"},"
                + "{\"name\":\"OTHER\",\"line\":4,\"column\":4,\"encoding\":\"raw\"}],\"complete\":true}");
    }

    @Test
    void answersTheSameWayWhenThereIsNothing() {
        PlayedSession session = suite.session(suite.vault().env("TOKEN", value()));

        Response answer = scan(session, "text/plain", "nothing here\n");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getList("findings")).isEmpty();
        assertThat(as(session).post(path(session, "scan")).statusCode()).isEqualTo(200);
    }

    @Test
    void countsOnlyAddedLinesOfADiffByTheNewFilesNumbers() {
        PlayedSession session = suite.session(suite.vault().env("TOKEN", value()));

        for (String type : new String[]{"text/x-diff", "text/plain"}) {
            Response answer = scan(session, type, DIFF.formatted(value()));

            assertThat(answer.jsonPath().getList("findings")).hasSize(1);
            assertThat(answer.jsonPath().getString("findings[0].path")).isEqualTo("config/app.yml");
            assertThat(answer.jsonPath().getLong("findings[0].line")).isEqualTo(2);
            assertThat(answer.jsonPath().getLong("findings[0].column")).isEqualTo(11);
            assertThat(answer.asString()).doesNotContain(value());
        }
        assertThat(scan(session, "application/octet-stream", DIFF.formatted(value())).jsonPath().getList("findings")).hasSize(3);
    }

    @Test
    void saysInWhichEncodingItStood() {
        PlayedSession session = suite.session(suite.vault().env("TOKEN", value() + " \"/"));

        Response url = scan(session, "text/plain", "?q=" + URLEncoder.encode(value() + " \"/", UTF_8));
        Response json = scan(session, "text/plain", "{\"a\":\"" + value() + " \\\"\\/\"}");

        assertThat(url.jsonPath().getString("findings[0].encoding")).isEqualTo("url");
        assertThat(json.jsonPath().getString("findings[0].encoding")).isEqualTo("json");
    }

    @Test
    void saysWhenThereIsMoreThanItTells() {
        PlayedSession session = suite.session(suite.vault().env("TOKEN", value()));

        Response answer = scan(session, "text/plain", (value() + "\n").repeat(1200));

        assertThat(answer.jsonPath().getList("findings")).hasSize(1000);
        assertThat(answer.jsonPath().getBoolean("complete")).isFalse();
    }

    @Test
    void callsNothingCleanThatItCannotCheck() {
        PlayedSession session = suite.session(suite.vault().env("TOKEN", value()));
        suite.vault().die();

        assertThat(scan(session, "text/plain", value()).statusCode()).isEqualTo(503);
    }

    private Response scan(PlayedSession session, String type, String text) {
        return as(session).contentType(type).body(text.getBytes(UTF_8)).post(path(session, "scan"));
    }
}
