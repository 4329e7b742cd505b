package ai.igent.maestro.audit.publication;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How far each chain came with a batch, told entry by entry in their order: to its first entry that Kafka did not take, whatever came after that. */
final class Progress {
    /** Only from where the batch began: somebody may have set {@code published} back meanwhile, to have entries sent again. */
    private static final String STORE = """
            update chain_head as head set published = came.far
            from unnest(?::integer[], ?::bigint[], ?::bigint[]) as came (partition, start, far)
            where head.partition = came.partition and head.published = came.start""";

    private final Map<Integer, UnpublishedEntry> reached = new HashMap<>();
    private final Set<Integer> stopped = new HashSet<>();
    private final List<UnpublishedEntry> passedOver = new ArrayList<>();

    void published(UnpublishedEntry entry) {
        if (!stopped.contains(entry.partition())) reached.put(entry.partition(), entry);
    }

    void stopBefore(UnpublishedEntry entry) {
        stopped.add(entry.partition());
    }

    void passOver(UnpublishedEntry entry) {
        if (stopped.contains(entry.partition())) return;
        reached.put(entry.partition(), entry);
        passedOver.add(entry);
    }

    /** Those of the entries that nobody will try again. */
    List<UnpublishedEntry> passedOver() {
        return passedOver;
    }

    void storeIn(Connection session) throws SQLException {
        if (reached.isEmpty()) return;
        var last = reached.values();
        try (var update = session.prepareStatement(STORE)) {
            update.setArray(1, session.createArrayOf("integer", last.stream().map(UnpublishedEntry::partition).toArray()));
            update.setArray(2, session.createArrayOf("bigint", last.stream().map(UnpublishedEntry::published).toArray()));
            update.setArray(3, session.createArrayOf("bigint", last.stream().map(UnpublishedEntry::sequence).toArray()));
            update.executeUpdate();
        }
    }
}
