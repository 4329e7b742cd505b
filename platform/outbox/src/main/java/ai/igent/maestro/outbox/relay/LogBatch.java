package ai.igent.maestro.outbox.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;

/** Unsent rows: their positions and the messages that they hold, in the same order. */
record LogBatch(Connection session, List<Long> positions, List<OutboxMessage> messages, boolean more) implements UnsentBatch {
    /**
     * Passes everything up to the last position that was acknowledged. What was not acknowledged before it is a gap, whether it was read or not: a
     * transaction that holds a lower position may still commit, and is one of those that write now.
     */
    private static final String PASS = """
            with acknowledged as (
                select range_agg(int8range(position, position, '[]')) as positions, max(position) as last from unnest(?) as position),
            before as (select passed from outbox_progress),
            moved as (update outbox_progress set passed = last from acknowledged where passed < last),
            touched as (
                delete from outbox_gap using acknowledged where int8range(first, outbox_gap.last, '[]') && positions
                returning int8range(first, outbox_gap.last, '[]') as gap)
            insert into outbox_gap (first, last, holders)
            select lower(unsent), upper(unsent) - 1, array(select virtualtransaction from outbox_writer)
            from acknowledged, before, unnest(
                coalesce((select range_agg(gap) from touched), '{}') + int8multirange(int8range(passed, greatest(last, passed), '(]')) - positions
            ) as unsent""";

    @Override
    public void settle(BitSet acknowledged) throws SQLException {
        if (acknowledged.isEmpty()) return;
        try (var pass = session.prepareStatement(PASS)) {
            pass.setArray(1, session.createArrayOf("bigint", acknowledged.stream().mapToObj(positions::get).toArray()));
            pass.executeUpdate();
        }
    }
}
