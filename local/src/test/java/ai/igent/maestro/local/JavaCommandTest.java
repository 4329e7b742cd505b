package ai.igent.maestro.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What a service is started with. */
class JavaCommandTest {
    @TempDir
    private Path programs;

    @Test
    void aServiceStartsFromItsCacheWhenItHasOne() throws IOException {
        Path program = built();
        assertThat(command(List.of())).noneMatch(word -> word.startsWith("-XX:AOT"));

        Files.createFile(program.resolve("app.aot"));

        assertThat(command(List.of())).contains("-XX:AOTCache=" + program.resolve("app.aot"));
    }

    @Test
    void writesNoValueToDiskWhenItsMemoryIsExhausted() throws IOException {
        built();
        assertThat(command(List.of())).contains("-XX:-HeapDumpOnOutOfMemoryError", "-XX:-CreateCoredumpOnCrash",
                "-XX:+ExitOnOutOfMemoryError");
    }

    @Test
    void optionsOfTheUserComeLastSoThatTheyWin() throws IOException {
        built();
        List<String> command = command(List.of("-Xmx200m"));
        assertThat(command.indexOf("-Xmx200m")).isGreaterThan(command.indexOf("-Xmx128m")).isLessThan(command.indexOf("-jar"));
    }

    @Test
    void recordsInTheSameWayAsItWillRun() throws IOException {
        built();
        List<String> recording = command(AotCache.record());
        assertThat(AotCache.isRecordedWith(AotCache.record())).isTrue();
        assertThat(recording).containsAll(command(List.of()));
    }

    private Path built() throws IOException {
        Path program = Files.createDirectories(programs.resolve("vault-service/target/quarkus-app"));
        Files.createFile(program.resolve("quarkus-run.jar"));
        return program;
    }

    private List<String> command(List<String> javaOptions) {
        var silence = new PrintStream(PrintStream.nullOutputStream());
        return new JavaCommand(new Options(programs, programs, EnumSet.allOf(Part.class), 0, javaOptions, silence)).of(Part.VAULT);
    }
}
