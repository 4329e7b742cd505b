package ai.igent.maestro.outbox.relay;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The database session of a relay. It leads from the moment it gets the advisory lock until it ends, however it ends: PostgreSQL frees the lock
 * with the session, and another replica's next try gets it.
 */
final class RelayConnection implements AutoCloseable {
    /** Any number will do; it is the same in every service because advisory locks belong to one database. */
    private static final long LOCK = 0x6f7574626f78L;

    private final Connection connection;
    private boolean leading;

    RelayConnection(Connection connection) {
        this.connection = connection;
    }

    /** Whether this session holds the lock; tries to take it if not. */
    boolean leads() throws SQLException {
        if (leading) return true;
        try (var query = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            query.setLong(1, LOCK);
            try (var row = query.executeQuery()) {
                leading = row.next() && row.getBoolean(1);
            }
        }
        return leading;
    }

    Connection session() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
