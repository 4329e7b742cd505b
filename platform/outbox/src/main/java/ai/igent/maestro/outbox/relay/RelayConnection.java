package ai.igent.maestro.outbox.relay;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

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

    /**
     * The oldest unsent messages, in the order of their ids. Asks for what is unsent and never for what comes after some id: ids are given out
     * before they are committed, so a lower one may appear later.
     */
    List<OutboxMessage> unsent(int limit, Collection<String> exceptTopics) throws SQLException {
        try (var query = connection.prepareStatement("""
                select id, event_id, topic, key, type, subject, sequence, time, traceparent, data from outbox_message
                where topic <> all (?) order by id limit ?""")) {
            query.setArray(1, connection.createArrayOf("text", exceptTopics.toArray()));
            query.setInt(2, limit);
            try (var rows = query.executeQuery()) {
                List<OutboxMessage> messages = new ArrayList<>();
                while (rows.next())
                    messages.add(message(rows));
                return messages;
            }
        }
    }

    private static OutboxMessage message(ResultSet row) throws SQLException {
        return new OutboxMessage(row.getLong("id"), row.getString("event_id"), row.getString("topic"), row.getString("key"),
                row.getString("type"), row.getString("subject"), row.getLong("sequence"),
                row.getObject("time", OffsetDateTime.class).toInstant(), row.getString("traceparent"), row.getString("data"));
    }

    /** Moves them to what was sent. */
    void markSent(Collection<Long> ids) throws SQLException {
        try (var move = connection.prepareStatement("""
                with sent as (delete from outbox_message where id = any (?) returning *)
                insert into outbox_sent (id, event_id, topic, key, type, subject, sequence, time, traceparent, data, created_at)
                select id, event_id, topic, key, type, subject, sequence, time, traceparent, data, created_at from sent""")) {
            move.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            move.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
