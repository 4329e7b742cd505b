package ai.igent.maestro.outbox.relay;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/** Sends batches with one producer for as long as it works; after a failure the next batch gets a new one. Used by one thread. */
final class Publisher implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Publisher.class);

    private final Supplier<Producer<String, String>> producers;
    private final String source;
    private Producer<String, String> producer;

    Publisher(Supplier<Producer<String, String>> producers, String source) {
        this.producers = producers;
        this.source = source;
    }

    /** Waits until each message is acknowledged or has failed. Never throws for what a broker does. */
    Publication publish(List<OutboxMessage> batch) throws InterruptedException {
        if (batch.isEmpty()) return new Publication(new BitSet(), Optional.empty());
        try {
            if (producer == null) producer = producers.get();
        } catch (KafkaException unreachable) {
            LOG.warnf("No Kafka producer could be made: %s", unreachable.getClass().getSimpleName());
            return new Publication(new BitSet(), Optional.of(batch.getFirst().topic()));
        }
        Publication publication = new BatchInFlight(producer, source).send(batch);
        if (publication.failedTopic().isPresent()) producer = null;
        return publication;
    }

    @Override
    public void close() {
        if (producer != null) producer.close(Duration.ofSeconds(1));
    }
}
