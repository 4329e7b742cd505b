package ai.igent.maestro.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that some launcher wrote down in a file, so that another one can find it. The time of its start is written beside its number: numbers are
 * used again, and nobody else's process may be stopped.
 */
record KnownProcess(ProcessHandle handle) {
    private static final String EXTENSION = ".pid";

    static KnownProcess written(ProcessHandle handle, Path folder, String name) {
        try {
            Files.writeString(file(folder, name), handle.pid() + " " + startOf(handle));
            return new KnownProcess(handle);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty when nothing was written, or the process has ended, or its number belongs to another one by now. */
    static Optional<KnownProcess> read(Path folder, String name) {
        return read(file(folder, name));
    }

    static Optional<KnownProcess> read(Path file) {
        if (!Files.exists(file))
            return Optional.empty();
        try {
            String[] written = Files.readString(file).strip().split(" ");
            return written.length == 2 ? find(Long.parseLong(written[0]), written[1]) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException halfWritten) {
            return Optional.empty();
        }
    }

    static void forget(Path folder, String name) {
        try {
            Files.deleteIfExists(file(folder, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isPidFile(Path file) {
        return file.toString().endsWith(EXTENSION);
    }

    private static Optional<KnownProcess> find(long pid, String start) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(handle -> startOf(handle).equals(start)).map(KnownProcess::new);
    }

    private static Path file(Path folder, String name) {
        return folder.resolve(name + EXTENSION);
    }

    private static String startOf(ProcessHandle handle) {
        return handle.info().startInstant().map(Object::toString).orElse("unknown");
    }

    /** Asks it to end; ends it the hard way when it has not after {@code patience}. */
    void stop(Duration patience) {
        handle.destroy();
        if (!endsWithin(patience)) {
            handle.destroyForcibly();
            endsWithin(patience);
        }
    }

    boolean endsWithin(Duration patience) {
        try {
            handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
