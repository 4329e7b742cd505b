package ai.igent.maestro.outbox.relay;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;

/** What stands in {@code outbox_message}, from where it moves to {@code outbox_sent}. */
@Singleton
@Priority(100)
class OutboxTables implements UnsentEvents {
    private static final String BACKLOG = """
            select count(*) as unsent, coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as seconds
            from outbox_message""";

    /**
     * The oldest unsent messages, in the order of their ids. Asks for what is unsent and never for what comes after some id: ids are given out
     * before they are committed, so a lower one may appear later.
     */
    @Override
    public UnsentBatch next(Connection session, int limit, Set<String> exceptTopics) throws SQLException {
        try (var query = session.prepareStatement("""
                select id, event_id, topic, key, type, subject, sequence, time, traceparent, data from outbox_message
                where topic <> all (?) order by id limit ?""")) {
            query.setArray(1, session.createArrayOf("text", exceptTopics.toArray()));
            query.setInt(2, limit);
            try (var rows = query.executeQuery()) {
                List<Long> ids = new ArrayList<>();
                List<OutboxMessage> messages = new ArrayList<>();
                while (rows.next()) {
                    ids.add(rows.getLong("id"));
                    messages.add(message(rows));
                }
                return new OutboxRows(session, ids, messages, ids.size() == limit);
            }
        }
    }

    private static OutboxMessage message(ResultSet row) throws SQLException {
        return new OutboxMessage(row.getString("event_id"), row.getString("topic"), row.getString("key"), row.getString("type"),
                row.getString("subject"), row.getLong("sequence"), row.getObject("time", OffsetDateTime.class).toInstant(),
                row.getString("traceparent"), row.getString("data"));
    }

    @Override
    public String backlog() {
        return BACKLOG;
    }
}
