package ai.igent.maestro.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

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

    @Test
    void theFirstStartOfAllHasTheMemoryToUnpackPostgres() throws Exception {
        Path state = folder.resolve("state");
        Path cache = folder.resolve("cache");
        var launcher = infrastructure(state, memoryOfTheLauncher(), Map.of("XDG_CACHE_HOME", cache.toString()));

        await().atMost(PATIENCE).until(() -> Files.exists(state.resolve("run/addresses.properties")) || !launcher.isAlive());

        assertThat(launcher.isAlive()).isTrue();
        assertThat(cache.resolve("maestro/postgres")).isNotEmptyDirectory();
        launcher.destroy();
        assertThat(launcher.waitFor(40, TimeUnit.SECONDS)).isTrue();
    }

    /** What the script gives it. */
    private static List<String> memoryOfTheLauncher() throws IOException {
        List<String> options = Pattern.compile(" (-Xm[sx]\\w+)").matcher(Files.readString(Path.of("../maestro"))).results()
                .map(option -> option.group(1)).toList();
        assertThat(options).anyMatch(option -> option.startsWith("-Xmx"));
        return options;
    }

    private static Process infrastructure(Path state) throws IOException {
        return infrastructure(state, List.of(), Map.of());
    }

    private static Process infrastructure(Path state, List<String> options, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), InfrastructureOnly.class.getName(), state.toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(state.resolveSibling("launcher.log").toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Runs a stack without services the way {@link Up} runs a whole one. */
    static final class InfrastructureOnly {
        private InfrastructureOnly() {}

        static void main(String... arguments) {
            new Up(Options.forTest(Path.of(arguments[0])).only(Part.POSTGRES, Part.KAFKA, Part.ISSUER)).run(List.of());
        }
    }
}
