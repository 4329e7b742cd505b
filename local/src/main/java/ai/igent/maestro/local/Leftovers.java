package ai.igent.maestro.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import ai.igent.maestro.embedded.PostgresOrphan;

/** What a launcher that was killed has left running. */
final class Leftovers {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final StateFolder state;

    Leftovers(StateFolder state) {
        this.state = state;
    }

    /** Stops all of it, and answers how many processes that were. {@code held} shows that nobody else is starting anything here meanwhile. */
    int stop(FolderLock held) {
        held.requireHeld();
        List<KnownProcess> children = pidFiles().stream().flatMap(file -> KnownProcess.read(file).stream()).toList();
        children.forEach(child -> child.handle().destroy());
        children.forEach(child -> child.stop(PATIENCE));
        var postgres = PostgresOrphan.of(state.postgres());
        postgres.ifPresent(server -> server.stop(PATIENCE));
        forget();
        return children.size() + (postgres.isPresent() ? 1 : 0);
    }

    private void forget() {
        try {
            for (Path file : pidFiles())
                Files.deleteIfExists(file);
            Addresses.delete(state.addresses());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> pidFiles() {
        try (var files = Files.list(state.running())) {
            return files.filter(KnownProcess::isPidFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
