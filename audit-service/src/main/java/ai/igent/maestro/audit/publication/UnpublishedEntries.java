package ai.igent.maestro.audit.publication;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Singleton;

import ai.igent.maestro.contracts.event.Topic;
import ai.igent.maestro.outbox.relay.UnsentBatch;
import ai.igent.maestro.outbox.relay.UnsentEvents;

/**
 * What stands in the chains after what was published of them. Every chain that has something gets the same share of a batch, so that a long one does
 * not keep the others waiting. What somebody put behind a head is not of the chain.
 */
@Singleton
class UnpublishedEntries implements UnsentEvents {
    static final String NEXT = """
            select entry.partition, entry.sequence, entry.content, entry.previous_hash, entry.hash, head.published, head.sequence as last
            from (select partition, sequence, published, count(*) over () as chains from chain_head where published < sequence) as head
            cross join lateral (
                select partition, sequence, content, previous_hash, hash from audit_event
                where partition = head.partition and sequence > head.published and sequence <= head.sequence
                order by sequence limit greatest(1, ? / head.chains)) as entry
            order by entry.partition, entry.sequence limit ?""";

    private static final String BACKLOG = """
            select coalesce(sum(head.sequence - head.published), 0)::bigint as unsent,
                greatest(0, coalesce(extract(epoch from now() - min(oldest.time)), 0))::float8 as seconds
            from chain_head as head left join lateral (
                select time from audit_event where partition = head.partition and sequence > head.published order by sequence limit 1) as oldest on true
            where head.published < head.sequence""";

    private final PassedOver passedOver;

    UnpublishedEntries(PassedOver passedOver) {
        this.passedOver = passedOver;
    }

    @Override
    public UnsentBatch next(Connection session, int limit, Set<String> exceptTopics) throws SQLException {
        List<UnpublishedEntry> entries = exceptTopics.contains(Topic.AUDIT.text()) ? List.of() : read(session, limit);
        return new EntriesInFlight(session, entries, entries.size() == limit || endsBeforeItsChain(entries), passedOver);
    }

    private static boolean endsBeforeItsChain(List<UnpublishedEntry> entries) {
        Map<Integer, UnpublishedEntry> last = new HashMap<>();
        entries.forEach(entry -> last.put(entry.partition(), entry));
        return last.values().stream().anyMatch(entry -> entry.sequence() < entry.last());
    }

    private static List<UnpublishedEntry> read(Connection session, int limit) throws SQLException {
        try (var query = session.prepareStatement(NEXT)) {
            query.setInt(1, limit);
            query.setInt(2, limit);
            try (var rows = query.executeQuery()) {
                List<UnpublishedEntry> entries = new ArrayList<>();
                while (rows.next())
                    entries.add(UnpublishedEntry.of(rows));
                return entries;
            }
        }
    }

    @Override
    public String backlog() {
        return BACKLOG;
    }
}
