package ai.igent.maestro.outbox.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;

/** Unsent rows: the ids and the messages that they hold, in the same order. */
record OutboxRows(Connection session, List<Long> ids, List<OutboxMessage> messages, boolean more) implements UnsentBatch {

    /** Moves them to what was sent. */
    @Override
    public void settle(BitSet acknowledged) throws SQLException {
        if (acknowledged.isEmpty()) return;
        try (var move = session.prepareStatement("""
                with sent as (delete from outbox_message where id = any (?) returning *)
                insert into outbox_sent (id, event_id, topic, key, type, subject, sequence, time, traceparent, data, created_at)
                select id, event_id, topic, key, type, subject, sequence, time, traceparent, data, created_at from sent""")) {
            move.setArray(1, session.createArrayOf("bigint", acknowledged.stream().mapToObj(ids::get).toArray()));
            move.executeUpdate();
        }
    }
}
