package ai.igent.maestro.outbox.relay;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;

import io.smallrye.common.annotation.Identifier;

/** Makes producers that lose nothing and reorder nothing: idempotent, acknowledged by all replicas, one request in flight. */
@Singleton
class Producers implements Supplier<Producer<String, String>> {
    private static final int BATCH_BYTES = 256 * 1024;

    private final Map<String, Object> broker;
    private final int sendTimeout;

    /** @param broker the service's {@code kafka.*} settings: where the brokers are and how to be let in */
    Producers(@Identifier("default-kafka-broker") Map<String, Object> broker, OutboxConfig config) {
        this.broker = broker;
        this.sendTimeout = Math.toIntExact(config.sendTimeout().toMillis());
    }

    @Override
    public Producer<String, String> get() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "outbox-relay");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, sendTimeout);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, sendTimeout / 2);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) sendTimeout / 2);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }
}
