package ai.igent.maestro.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

/**
 * Where the programs of PostgreSQL are unpacked, once for this user and version. The library that does so marks what it finished and holds a lock
 * meanwhile, but never begins anew: what an unpacking left that was killed would fail every later start.
 */
final class PostgresPrograms {
    private static final String LOCK = "epg-lock";
    private static final String FINISHED = ".exists";

    private PostgresPrograms() {}

    /** {@code folder}, without what nobody will finish. Takes nothing from who unpacks there now. */
    static Path in(Path folder) {
        try {
            Files.createDirectories(folder);
            for (Path version : list(folder))
                if (Files.isDirectory(version) && !isFinished(version)) removeIfLeftBehind(version);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removeIfLeftBehind(Path version) throws IOException {
        try (var channel = FileChannel.open(version.resolve(LOCK), CREATE, WRITE); var lock = channel.tryLock()) {
            if (lock != null && !isFinished(version)) empty(version);
        } catch (OverlappingFileLockException e) {
            // Another thread of this JVM unpacks.
        }
    }

    /** But for the lock, which whoever comes now must find to be held. */
    private static void empty(Path version) throws IOException {
        Path lock = version.resolve(LOCK);
        try (Stream<Path> all = Files.walk(version)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).filter(path -> !path.equals(lock) && !path.equals(version)).toList())
                Files.delete(each);
        }
    }

    private static boolean isFinished(Path version) {
        return Files.exists(version.resolve(FINISHED));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.toList();
        }
    }
}
