package ai.igent.maestro.injector.example;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.injector.played.InjectorTest;
import ai.igent.maestro.injector.played.PlayedSession;
import ai.igent.maestro.injector.played.PlayedSuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The programs of docs/how-to/fetch-without-the-script.md, as a reader would run them. */
@QuarkusTest
@WithTestResource(PlayedSuite.class)
class ExamplesTest extends InjectorTest {
    private static final Path EXAMPLES = Path.of("..", "docs", "how-to", "examples");
    /** A program is compiled before it runs. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TestHTTPResource
    URI injector;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"watch.py", "Watch.java"})
    void tellWhatIsActiveUntilTheSessionIsOver(String example) throws IOException, InterruptedException {
        GrantItem gone = suite.vault().env("GONE", value() + "\"}\\");
        PlayedSession session = suite.session(gone);
        Process program = start(example, session);
        try {
            Queue<String> printed = new ConcurrentLinkedQueue<>();
            Thread.ofVirtual().start(() -> read(program.inputReader(), printed));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(printed).contains("active: GONE"));

            session.activate(suite.vault().env("B", "canary-b"));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(printed).contains("active: B GONE"));
            session.deactivate(gone);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(printed).contains("active: B"));
            session.end();

            assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(program.exitValue()).isEqualTo(1);
            assertThat(String.join("\n", printed)).contains("the session is over").doesNotContain("canary");
        } finally {
            program.destroyForcibly();
        }
    }

    private Process start(String example, PlayedSession session) throws IOException {
        Path token = Files.writeString(folder.resolve("token"), session.token());
        ProcessBuilder program = new ProcessBuilder(List.of(interpreter(example), EXAMPLES.resolve(example).toString()))
                .redirectErrorStream(true);
        program.environment().put("MAESTRO_INJECTOR_URL", injector.toString().replaceAll("/$", ""));
        program.environment().put("MAESTRO_SESSION", session.id().text());
        program.environment().put("MAESTRO_TOKEN_FILE", token.toString());
        return program.start();
    }

    private static String interpreter(String example) {
        return example.endsWith(".py") ? "python3" : Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static void read(BufferedReader output, Queue<String> printed) {
        output.lines().forEach(printed::add);
    }
}
