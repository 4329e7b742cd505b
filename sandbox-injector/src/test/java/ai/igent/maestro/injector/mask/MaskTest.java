package ai.igent.maestro.injector.mask;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.injector.played.InjectorTest;
import ai.igent.maestro.injector.played.PlayedSession;
import ai.igent.maestro.injector.played.PlayedSuite;
import ai.igent.maestro.injector.played.PlayedUpload;
import ai.igent.maestro.vocabulary.Purpose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@WithTestResource(PlayedSuite.class)
class MaskTest extends InjectorTest {
    @TestHTTPResource
    URI injector;

    @Test
    void givesTheTextBackWithNamesInsteadOfValues() {
        PlayedSession session = suite.session(suite.vault().env("AWS_SECRET_ACCESS_KEY", value()),
                suite.vault().file("KUBECONFIG", "canary-in-a-file\n"),
                suite.oauth().env("GITHUB_TOKEN", "canary-of-a-connection"));

        Response answer = mask(session, "key=" + value() + " file=canary-in-a-file token=canary-of-a-connection base64="
                + Base64.getEncoder().encodeToString(value().getBytes(UTF_8)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString())
                .isEqualTo("key=[AWS_SECRET_ACCESS_KEY] file=[KUBECONFIG] token=[GITHUB_TOKEN] base64=[AWS_SECRET_ACCESS_KEY]");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(session.asked()).allMatch(request -> request.purpose() == Purpose.BUILD);
    }

    @Test
    void leavesWhatIsNotConfidential() {
        PlayedSession session = suite.session(suite.vault().variable("AWS_REGION", "us-east-1"), suite.vault().env("A", value()));

        assertThat(mask(session, "in us-east-1").asString()).isEqualTo("in us-east-1");
    }

    @Test
    void passesBytesThatAreNoTextThrough() {
        PlayedSession session = suite.session(suite.vault().env("A", value()));
        byte[] bytes = new byte[200_000];
        new Random(1).nextBytes(bytes);

        Response answer = as(session).contentType("application/octet-stream").body(bytes)
                .post(path(session, "mask"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asByteArray()).isEqualTo(bytes);
    }

    @Test
    void masksAMebibyteForAClientThatReadsNothingBeforeItHasSentEverything() {
        PlayedSession session = suite.session(suite.vault().env("A", value()));
        String line = ("line " + value() + "\n");
        int lines = 1024 * 1024 / line.length();

        assertThat(mask(session, line.repeat(lines)).asString()).isEqualTo("line [A]\n".repeat(lines));
    }

    @Test
    void masksATextOfAnyLengthForAClientThatReadsWhileItSends() throws IOException, InterruptedException {
        PlayedSession session = suite.session(suite.vault().env("A", value()));
        String text = ("line " + value() + "\n").repeat(300_000);
        HttpRequest request = HttpRequest.newBuilder(injector.resolve(path(session, "mask")))
                .header("Authorization", "Bearer " + session.token())
                .POST(HttpRequest.BodyPublishers.ofString(text)).build();

        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("line [A]\n".repeat(300_000));
        }
    }

    @Test
    void answersWhileTheTextIsStillGoingOn() throws IOException {
        PlayedSession session = suite.session(suite.vault().env("A", value()));
        try (PlayedUpload upload = new PlayedUpload(injector, session, "mask")) {
            upload.send("first " + value() + " second\n");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(upload.received()).contains("first [A] second"));

            upload.send(value().substring(0, 5));
            upload.send(value().substring(5) + "\n");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(upload.received()).contains("[A]\n"));
            upload.end();

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(upload.isComplete()).isTrue());
            assertThat(upload.received()).doesNotContain(value());
        }
    }

    @Test
    void learnsOnTheWayWhatHasBecomeActive() throws IOException {
        PlayedSession session = suite.session(suite.vault().env("A", value()));
        try (PlayedUpload upload = new PlayedUpload(injector, session, "mask")) {
            upload.send("begin\n");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(upload.received()).contains("begin"));
            session.activate(suite.vault().env("LATER", "canary-later"));

            await().atMost(PATIENCE).untilAsserted(() -> {
                upload.send("<canary-later " + value() + ">\n");
                assertThat(upload.received()).contains("<[LATER] [A]>");
            });
        }
    }

    @Test
    void breaksOffWhenTheTokenCountsNoMore() throws IOException {
        PlayedSession session = suite.session(suite.vault().env("A", value()));
        try (PlayedUpload upload = new PlayedUpload(injector, session, "mask")) {
            upload.send("begin\n");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(upload.received()).contains("begin"));

            session.renewTokens();

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(upload.hasEnded()).isTrue());
            assertThat(upload.isComplete()).as("a text that was broken off does not look like a whole one").isFalse();
        }
    }

    @Test
    void goesOnWhileSessionServiceIsAway() throws IOException {
        PlayedSession session = suite.session(suite.vault().env("A", value()));
        try (PlayedUpload upload = new PlayedUpload(injector, session, "mask")) {
            upload.send("begin\n");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(upload.received()).contains("begin"));
            suite.sessionServiceAway(true);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(suite.refusedWhileAway()).isPositive());

            upload.send("then " + value() + "\n");

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(upload.received()).contains("then [A]"));
        }
    }

    @Test
    void stillMasksWhatWasDeactivated() {
        GrantItem gone = suite.vault().env("GONE", value());
        PlayedSession session = suite.session(gone);
        fetch(session);
        session.deactivate(gone);

        assertThat(mask(session, "a " + value()).asString()).isEqualTo("a [GONE]");
        assertThat(fetch(session).asString()).doesNotContain(value());
    }

    @Test
    void stillMasksAValueThatWasReplacedAndTheNewOneToo() {
        GrantItem item = suite.vault().env("A", value());
        PlayedSession session = suite.session(item);
        fetch(session);
        suite.vault().change(item, "canary-new-value");
        session.activate(suite.vault().env("B", "canary-of-b"));

        assertThat(mask(session, value() + " canary-new-value").asString()).isEqualTo("[A] [A]");
    }

    @Test
    void doesNotMaskForOneSessionWhatIsActiveInAnother() {
        suite.session(suite.vault().env("A", value()));
        PlayedSession other = suite.session();

        assertThat(mask(other, "text " + value().substring(3)).asString()).isEqualTo("text " + value().substring(3));
    }

    @Test
    void givesNothingBackThatItCannotMask() {
        PlayedSession session = suite.session(suite.vault().env("A", value()));
        suite.vault().die();
        assertThat(mask(session, value()).statusCode()).isEqualTo(503);

        suite.recover();
        suite.sessionServiceAway(true);
        Response answer = mask(session, value());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("session-service-unavailable");
    }

    @Test
    void readsNothingThatIsCompressed() {
        PlayedSession session = suite.session(suite.vault().env("A", value()));

        Response answer = as(session).header("Content-Encoding", "gzip").body(new byte[]{1, 2, 3}).post(path(session, "mask"));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("unsupported-media-type");
    }

    @Test
    void refusesATextThatIsAnnouncedAsTooLarge() throws IOException {
        PlayedSession session = suite.session();
        try (Socket socket = new Socket(injector.getHost(), injector.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + path(session, "mask") + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + session.token()
                    + "\r\nContent-Length: 2000000000\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();

            assertThat(new String(in.readAllBytes(), UTF_8)).startsWith("HTTP/1.1 413").contains("too-large");
        }
    }

    @Test
    void survivesClientsThatGoAwayInTheMiddle() throws IOException {
        PlayedSession session = suite.session(suite.vault().env("A", value()));
        for (int number = 0; number < 20; number++)
            try (PlayedUpload upload = new PlayedUpload(injector, session, "mask")) {
                upload.send("some " + value());
            }

        assertThat(mask(session, value()).asString()).isEqualTo("[A]");
    }

    private Response mask(PlayedSession session, String text) {
        return as(session).contentType("text/plain").body(text.getBytes(UTF_8)).post(path(session, "mask"));
    }
}
