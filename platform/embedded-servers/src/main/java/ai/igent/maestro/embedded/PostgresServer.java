package ai.igent.maestro.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A PostgreSQL server of its own, on the loopback address. {@link #close()} stops it and is idempotent; a JVM that is killed leaves it running, see
 * {@link PostgresOrphan}.
 */
public final class PostgresServer implements AutoCloseable {
    /** The one account; the server trusts everybody on this machine, so its password says nothing. */
    public static final String USER = "postgres";
    public static final String PASSWORD = "postgres";

    /** After it was killed under load it first repeats what stands in its log. */
    private static final Duration RECOVERY = Duration.ofMinutes(1);

    private final EmbeddedPostgres server;
    private final DataFolder data;

    private PostgresServer(EmbeddedPostgres server, DataFolder data) {
        this.server = server;
        this.data = data;
    }

    /** A server for tests: any port, no fsync, its data gone when it stops. */
    public static PostgresServer temporary() {
        var data = DataFolder.temporary("maestro-postgres");
        return start(server(data, FreePort.next(), false).setServerConfig("shared_buffers", "32MB"), data);
    }

    /**
     * A server whose acknowledged commits survive a crash of the machine; its data stays in {@code folder}. After a kill under load it may take up to a
     * minute to be back.
     */
    public static PostgresServer durable(Path folder, int port) {
        var data = DataFolder.kept(folder);
        // Checkpoints are rare, because after each of them every page that changes is written to the log as a whole.
        return start(server(data, port == 0 ? FreePort.next() : port, true).setServerConfig("shared_buffers", "128MB")
                .setServerConfig("max_wal_size", "2GB").setServerConfig("checkpoint_timeout", "15min").setPGStartupWait(RECOVERY), data);
    }

    /** For disks without moving parts, read without the help of more processes; text is in the order of its code points, whatever the machine's language. */
    private static EmbeddedPostgres.Builder server(DataFolder data, int port, boolean durable) {
        String onDisk = durable ? "on" : "off";
        return EmbeddedPostgres.builder().setPort(port).setDataDirectory(data.path()).setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(PostgresPrograms.in(UserCache.folder().resolve("postgres")).toFile())
                .setLocaleConfig("locale-provider", "builtin").setLocaleConfig("builtin-locale", "C.UTF-8")
                .setRegisterShutdownHook(false).setServerConfig("fsync", onDisk).setServerConfig("synchronous_commit", onDisk)
                .setServerConfig("full_page_writes", onDisk).setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "200").setServerConfig("random_page_cost", "1.1").setServerConfig("io_method", "sync");
    }

    private static PostgresServer start(EmbeddedPostgres.Builder builder, DataFolder data) {
        try {
            return new PostgresServer(builder.start(), data);
        } catch (IOException e) {
            data.release();
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getPort();
    }

    /** Host, port and database, as the services take it. */
    public String address(String database) {
        return "127.0.0.1:" + port() + "/" + database;
    }

    /** Makes sure that {@code name} exists. */
    public void createDatabase(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,40}"))
            throw new IllegalArgumentException("not a database name");
        try (var connection = server.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
                if (found.next())
                    return;
            }
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("database " + name + " could not be created", e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        data.release();
    }
}
