package ai.igent.maestro.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ai.igent.maestro.embedded.PostgresOrphan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The launcher as a process, where it matters what becomes of it. */
class LauncherTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    @TempDir
    private Path folder;

    @Test
    void whatAKilledLauncherLeftIsStoppedByTheNextStart() throws Exception {
        Path state = folder.resolve("state");
        var launcher = infrastructure(state);
        await().atMost(PATIENCE).until(() -> Files.exists(state.resolve("run/addresses.properties")));
        long kafka = KnownProcess.read(state.resolve("run"), "kafka").orElseThrow().handle().pid();
        launcher.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        assertThat(ProcessHandle.of(kafka)).isPresent();

        try (var stack = Stack.start(Options.forTest(state).only(Part.POSTGRES, Part.KAFKA, Part.ISSUER))) {
            assertThat(ProcessHandle.of(kafka)).isEmpty();
            assertThat(Token.from(stack.url(Part.ISSUER)).of("alice")).isNotEmpty();
        }
    }

    @Test
    void aRequestToStopEndsEveryChildEvenWhileStarting() throws Exception {
        Path state = folder.resolve("state");
        var launcher = infrastructure(state);
        await().atMost(PATIENCE).until(() -> KnownProcess.read(state.resolve("run"), "kafka").isPresent());
        var kafka = KnownProcess.read(state.resolve("run"), "kafka").orElseThrow();

        launcher.destroy();

        assertThat(launcher.waitFor(40, TimeUnit.SECONDS)).isTrue();
        assertThat(kafka.handle().isAlive()).isFalse();
        assertThat(PostgresOrphan.of(state.resolve("postgres"))).isEmpty();
    }

    private static Process infrastructure(Path state) throws IOException {
        var java = ProcessHandle.current().info().command().orElseThrow();
        return new ProcessBuilder(
                List.of(java, "-cp", System.getProperty("java.class.path"), InfrastructureOnly.class.getName(), state.toString()))
                .redirectErrorStream(true).redirectOutput(state.resolveSibling("launcher.log").toFile()).start();
    }

    /** Runs a stack without services the way {@link Up} runs a whole one. */
    static final class InfrastructureOnly {
        private InfrastructureOnly() {}

        static void main(String... arguments) {
            new Up(Options.forTest(Path.of(arguments[0])).only(Part.POSTGRES, Part.KAFKA, Part.ISSUER)).run(List.of());
        }
    }
}
