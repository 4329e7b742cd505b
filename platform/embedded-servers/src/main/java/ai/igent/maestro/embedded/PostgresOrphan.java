package ai.igent.maestro.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL server left running on a data folder because the process that started it was killed. */
public final class PostgresOrphan {
    private final ProcessHandle postmaster;

    private PostgresOrphan(ProcessHandle postmaster) {
        this.postmaster = postmaster;
    }

    /** Found through the server's own {@code postmaster.pid}, and only if that process really is a PostgreSQL server. */
    public static Optional<PostgresOrphan> of(Path folder) {
        Path pidFile = folder.resolve("postmaster.pid");
        if (!Files.exists(pidFile))
            return Optional.empty();
        try {
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            return ProcessHandle.of(pid).filter(PostgresOrphan::isServer).map(PostgresOrphan::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isServer(ProcessHandle process) {
        return process.info().command().map(command -> Path.of(command).endsWith("postgres")).orElse(false);
    }

    /** Ends it the way a crash would: every commit it acknowledged is kept. Waits until it is gone. */
    public void stop(Duration atMost) {
        postmaster.destroyForcibly();
        try {
            postmaster.onExit().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("PostgreSQL " + postmaster.pid() + " did not stop", e);
        }
    }
}
