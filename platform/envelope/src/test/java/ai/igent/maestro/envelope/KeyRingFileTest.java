package ai.igent.maestro.envelope;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KeyRingFileTest {
    private static final SecureRandom RANDOMNESS = new SecureRandom();

    @TempDir
    Path folder;
    private Path path;
    private KeyRingFile file;

    @BeforeEach
    void inAFolderThatDoesNotExistYet() {
        path = folder.resolve("state/key-ring");
        file = new KeyRingFile(path);
    }

    @Test
    void aNewFileHoldsOneKeyAndIsReadableByItsOwnerOnly() throws IOException {
        file.create(RANDOMNESS);

        assertThat(file.read()).containsOnlyKeys(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rw-------");
        assertThat(path.getParent()).isDirectoryContaining(path::equals).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void creatingAgainKeepsTheFirstKey() {
        file.create(RANDOMNESS);
        var first = file.read();
        file.create(RANDOMNESS);

        assertThat(file.read()).isEqualTo(first);
    }

    @Test
    void appendingKeepsTheEarlierKeysAndTheFilesMode() throws IOException {
        file.create(RANDOMNESS);
        var first = file.read().get(1);

        assertThat(file.append(RANDOMNESS)).isEqualTo(2);
        assertThat(file.append(RANDOMNESS)).isEqualTo(3);

        assertThat(file.read()).containsOnlyKeys(1, 2, 3).containsEntry(1, first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rw-------");
        assertThat(path.getParent()).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void thoseWhoAppendAtOnceAddOneVersionEachAndReplaceNone() {
        file.create(RANDOMNESS);
        var versions = IntStream.range(0, 16).parallel().mapToObj(i -> {
            var own = new KeyRingFile(path);
            int version = own.append(RANDOMNESS);
            return Map.entry(version, own.read().get(version));
        }).toList();

        assertThat(versions).extracting(Map.Entry::getKey).doesNotHaveDuplicates().hasSize(16);
        assertThat(file.read().entrySet()).containsAll(versions);
    }

    @Test
    void aFileOthersCanReadIsRefused() throws IOException {
        file.create(RANDOMNESS);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(file::read).hasMessageContaining("0600");
    }

    @Test
    void aMalformedFileIsRefusedWithoutRepeatingIt() throws IOException {
        file.create(RANDOMNESS);
        for (String line : new String[]{"canary-key", "1:canary-key", "x:" + "A".repeat(43) + "=", "1:AAAA", ""}) {
            Files.writeString(path, line);
            assertThatThrownBy(file::read).isInstanceOf(IllegalStateException.class).hasNoCause().message().doesNotContain("canary");
        }
    }
}
