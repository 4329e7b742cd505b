package ai.igent.maestro.outbox.relay;

import java.sql.Connection;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

import ai.igent.maestro.vocabulary.EventId;

/** A place of a service's own, in memory: gives its messages two at a time, and notes which topics had to wait. */
final class OtherPlace implements UnsentEvents {
    private static final int AT_ONCE = 2;

    private final Queue<OutboxMessage> unsent = new ConcurrentLinkedQueue<>();
    private final Queue<Set<String>> waiting = new ConcurrentLinkedQueue<>();

    void append(String topic, String key, long sequence) {
        unsent.add(new OutboxMessage(EventId.of(new UUID(0, sequence)).text(), topic, key, "secret.deleted", "other place", sequence,
                Instant.EPOCH, null, "{}"));
    }

    boolean isEmpty() {
        return unsent.isEmpty();
    }

    /** What had to wait when it was asked. */
    List<Set<String>> waiting() {
        return List.copyOf(waiting);
    }

    @Override
    public UnsentBatch next(Connection session, int limit, Set<String> exceptTopics) {
        waiting.add(Set.copyOf(exceptTopics));
        var open = unsent.stream().filter(each -> !exceptTopics.contains(each.topic())).toList();
        return new Batch(unsent, open.stream().limit(Math.min(limit, AT_ONCE)).toList(), open.size() > AT_ONCE);
    }

    private record Batch(Queue<OutboxMessage> unsent, List<OutboxMessage> messages, boolean more) implements UnsentBatch {
        @Override
        public void settle(BitSet acknowledged) {
            acknowledged.stream().mapToObj(messages::get).forEach(unsent::remove);
        }
    }

    @Override
    public String backlog() {
        return "select 0::bigint as unsent, 0::float8 as seconds";
    }
}
