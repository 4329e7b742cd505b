package ai.igent.maestro.audit.publication;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

import static org.awaitility.Awaitility.await;

/** Stands for the relay of another replica, which got the lead when the one under test was cut off. Hands it back when it is closed. */
final class OtherReplica implements AutoCloseable {
    private static final String OF_THIS_DATABASE = "where locktype = 'advisory' and database = (select oid from pg_database "
            + "where datname = current_database())";

    private final Connection session;

    private OtherReplica(Connection session) {
        this.session = session;
    }

    /** It waits for the lock, so it gets it as soon as the session that has it ends. */
    static OtherReplica takesTheLead() throws SQLException {
        var session = connect();
        long lock = lock(session);
        var taken = CompletableFuture.runAsync(() -> execute(session, "select pg_advisory_lock(" + lock + ")"));
        try (var administrator = connect()) {
            await("that it waits for the lock").until(() -> count(administrator, "and not granted") == 1);
            execute(administrator, "select pg_terminate_backend(pid) from pg_locks " + OF_THIS_DATABASE + " and granted");
        }
        taken.join();
        return new OtherReplica(session);
    }

    /** The number under which the relay has its lock. */
    private static long lock(Connection connection) throws SQLException {
        await("that somebody leads").until(() -> count(connection, "and granted") == 1);
        try (var rows = connection.createStatement()
                .executeQuery("select (classid::bigint << 32) | objid::bigint from pg_locks " + OF_THIS_DATABASE)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Marks what it would have sent. */
    void publishes(int partition, long sequence) {
        execute(session, "update chain_head set published = " + sequence + " where partition = " + partition);
    }

    private static int count(Connection connection, String condition) throws SQLException {
        try (var rows = connection.createStatement().executeQuery("select count(*) from pg_locks " + OF_THIS_DATABASE + condition)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void execute(Connection connection, String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect() throws SQLException {
        Config config = ConfigProvider.getConfig();
        return DriverManager.getConnection(config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class), config.getValue("quarkus.datasource.password", String.class));
    }

    @Override
    public void close() throws SQLException {
        session.close();
    }
}
