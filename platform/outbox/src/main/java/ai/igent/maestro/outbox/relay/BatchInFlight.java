package ai.igent.maestro.outbox.relay;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;

/**
 * One batch between the first send and the last acknowledgement.
 *
 * <p>Keeps the order of a key even when a send fails: the producer has one request in flight, and the first failure closes it from its own
 * sending thread, before that thread could send anything that came later.
 */
final class BatchInFlight {
    private static final Logger LOG = Logger.getLogger(BatchInFlight.class);

    private final Producer<String, String> producer;
    private final String source;
    private final ConcurrentLinkedQueue<Integer> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicReference<String> failedTopic = new AtomicReference<>();
    private final Semaphore settled = new Semaphore(0);

    BatchInFlight(Producer<String, String> producer, String source) {
        this.producer = producer;
        this.source = source;
    }

    Publication send(List<OutboxMessage> batch) throws InterruptedException {
        int handed = 0;
        while (handed < batch.size() && failedTopic.get() == null && hand(handed, batch.get(handed)))
            handed++;
        settled.acquire(handed);
        return new Publication(acknowledged.stream().collect(BitSet::new, BitSet::set, BitSet::or), Optional.ofNullable(failedTopic.get()));
    }

    /** Whether the producer took the message; if so, it says later what became of it. It refuses when it was closed in between. */
    private boolean hand(int place, OutboxMessage message) throws InterruptedException {
        try {
            producer.send(CloudEventRecord.of(message, source), (metadata, failure) -> settle(place, message, failure));
            return true;
        } catch (InterruptException stopping) {
            // Kafka wraps the interrupt and raises the flag again; the flag would keep the producer from closing in order
            Thread.interrupted();
            throw new InterruptedException();
        } catch (KafkaException | IllegalStateException refused) {
            fail(message, refused);
            return false;
        }
    }

    private void settle(int place, OutboxMessage message, Exception failure) {
        if (failure == null) acknowledged.add(place);
        else
            fail(message, failure);
        settled.release();
    }

    private void fail(OutboxMessage message, Exception failure) {
        if (!failedTopic.compareAndSet(null, message.topic())) return;
        LOG.warnf("Kafka did not take an event for %s: %s", message.topic(), failure.getClass().getSimpleName());
        producer.close(Duration.ZERO);
    }
}
