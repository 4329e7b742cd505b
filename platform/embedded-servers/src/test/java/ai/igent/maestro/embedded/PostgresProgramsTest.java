package ai.igent.maestro.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

class PostgresProgramsTest {
    @TempDir
    private Path folder;

    @Test
    void removesWhatAKilledUnpackingLeft() throws IOException {
        Path half = version("PG-half");

        assertThat(PostgresPrograms.in(folder)).isEqualTo(folder);

        assertThat(half.resolve("lib")).doesNotExist();
        assertThat(half.resolve("bin")).doesNotExist();
    }

    @Test
    void leavesWhatIsComplete() throws IOException {
        Path whole = version("PG-whole");
        Files.createFile(whole.resolve(".exists"));

        PostgresPrograms.in(folder);

        assertThat(whole.resolve("lib/libpq.so")).exists();
    }

    @Test
    void leavesWhatIsBeingUnpacked() throws IOException {
        Path other = version("PG-other");
        try (var channel = FileChannel.open(other.resolve("epg-lock"), CREATE, WRITE); var lock = channel.lock()) {
            PostgresPrograms.in(folder);

            assertThat(lock.isValid()).isTrue();
            assertThat(other.resolve("lib/libpq.so")).exists();
        }
    }

    private Path version(String name) throws IOException {
        Path version = folder.resolve(name);
        Files.createDirectories(version.resolve("lib"));
        Files.createDirectories(version.resolve("bin"));
        Files.createFile(version.resolve("lib/libpq.so.5"));
        Files.createSymbolicLink(version.resolve("lib/libpq.so"), Path.of("libpq.so.5"));
        return version;
    }
}
