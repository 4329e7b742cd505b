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

/**
 * What was appended to {@code outbox_message} and not sent: everything after the passed position, and what has come to stand in a gap before it.
 *
 * <p>Positions are given out before they are committed, so a lower one may appear later; it is in a gap then.
 */
@Singleton
@Priority(100)
class OutboxLog implements UnsentEvents {
    /** One statement, so that both parts are of one moment: what is after the passed position must not be newer than what is in the gaps. */
    private static final String UNSENT = """
            select position, event_id, topic, key, type, subject, sequence, time, traceparent, data from (
                (select message.* from outbox_gap as gap cross join lateral (
                        select * from outbox_message where position between gap.first and gap.last and topic <> all (?) order by position limit ?
                    ) as message
                    order by gap.first, message.position limit ?)
                union all
                (select * from outbox_message where position > (select passed from outbox_progress) and topic <> all (?) order by position limit ?)
            ) as unsent order by position limit ?""";
    private static final String BACKLOG = """
            select count(*) as unsent, coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as seconds from outbox_unsent""";

    /** The oldest unsent messages, in the order of their positions. */
    @Override
    public UnsentBatch next(Connection session, int limit, Set<String> exceptTopics) throws SQLException {
        try (var query = session.prepareStatement(UNSENT)) {
            var waiting = session.createArrayOf("text", exceptTopics.toArray());
            query.setArray(1, waiting);
            query.setInt(2, limit);
            query.setInt(3, limit);
            query.setArray(4, waiting);
            query.setInt(5, limit);
            query.setInt(6, limit);
            try (var rows = query.executeQuery()) {
                List<Long> positions = new ArrayList<>();
                List<OutboxMessage> messages = new ArrayList<>();
                while (rows.next()) {
                    positions.add(rows.getLong("position"));
                    messages.add(message(rows));
                }
                return new LogBatch(session, positions, messages, positions.size() == limit);
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
