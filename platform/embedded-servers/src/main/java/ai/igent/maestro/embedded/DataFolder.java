package ai.igent.maestro.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Where a server keeps its data, and whether the data outlives the server. */
record DataFolder(Path path, boolean kept) {
    static DataFolder kept(Path path) {
        try {
            return new DataFolder(Files.createDirectories(path).toAbsolutePath(), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DataFolder temporary(String prefix) {
        try {
            return new DataFolder(Files.createTempDirectory(prefix), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the data unless it is to be kept. */
    void release() {
        if (kept || !Files.exists(path))
            return;
        try (var all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList())
                Files.deleteIfExists(each);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
