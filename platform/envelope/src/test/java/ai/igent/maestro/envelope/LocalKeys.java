package ai.igent.maestro.envelope;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.UUID;

/** Local key rings, each of its own file. */
final class LocalKeys {
    private static final SecureRandom RANDOMNESS = new SecureRandom();

    private LocalKeys() {}

    static LocalKeyRing ring() {
        var file = new KeyRingFile(newPath());
        file.create(RANDOMNESS);
        return ring(file);
    }

    /** What another process would make of the same file. */
    static LocalKeyRing ring(KeyRingFile file) {
        return new LocalKeyRing(file, UUID::randomUUID, RANDOMNESS);
    }

    private static Path newPath() {
        try {
            Path folder = Files.createTempDirectory("key-ring");
            Path path = folder.resolve("key-ring");
            folder.toFile().deleteOnExit();
            path.toFile().deleteOnExit();
            path.resolveSibling("key-ring.lock").toFile().deleteOnExit();
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
