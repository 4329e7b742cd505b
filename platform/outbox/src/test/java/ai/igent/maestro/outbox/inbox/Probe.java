package ai.igent.maestro.outbox.inbox;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.smallrye.mutiny.Uni;

/** A consumer as a service has it; remembers what it applied and fails as often as it is told to. */
@ApplicationScoped
class Probe {
    static final long OF_NO_CONCERN = 0;

    private final Inbox inbox;
    private final ConcurrentLinkedQueue<Long> applied = new ConcurrentLinkedQueue<>();
    private final Map<Long, Integer> failures = new ConcurrentHashMap<>();

    Probe(Inbox inbox) {
        this.inbox = inbox;
    }

    record Count(long count) {}

    @Incoming("probe")
    Uni<Void> on(ConsumerRecord<String, String> kafkaRecord) {
        return inbox.take(kafkaRecord, event -> event.as(Count.class).count() != OF_NO_CONCERN,
                event -> apply(event.as(Count.class).count()));
    }

    private Uni<Void> apply(long count) {
        if (failures.merge(count, -1, Integer::sum) >= 0) return Uni.createFrom().failure(new IllegalStateException("not yet"));
        applied.add(count);
        return Uni.createFrom().voidItem();
    }

    void failTimes(long count, int times) {
        failures.put(count, times);
    }

    List<Long> applied() {
        return List.copyOf(applied);
    }
}
