package ai.igent.maestro.local.bench.row;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import ai.igent.maestro.local.bench.measure.MeasureFailure;

/** Many audit records like one that a service wrote, each with an id of its own, spread over all partitions. */
final class RecordFlood {
    private static final String TOPIC = "audit-records.v1";
    private static final String ID = "ce_id";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String kafka;

    RecordFlood(String kafka) {
        this.kafka = kafka;
    }

    void send(int number) {
        var pattern = oneOfAService();
        String id = new String(pattern.headers().lastHeader(ID).value(), StandardCharsets.UTF_8);
        try (var producer = new KafkaProducer<>(Map.<String, Object>of("bootstrap.servers", kafka, "linger.ms", 20, "batch.size", 131_072),
                new StringSerializer(), new StringSerializer())) {
            for (int each = 0; each < number; each++)
                producer.send(copy(pattern, id, "evt_" + UUID.randomUUID().toString().replace("-", ""), each));
            producer.flush();
        }
    }

    private static ProducerRecord<String, String> copy(ConsumerRecord<String, String> pattern, String id, String newId, int number) {
        var copy = new ProducerRecord<>(TOPIC, null, "user:bench-" + number % 1000, pattern.value().replace(id, newId));
        pattern.headers().forEach(header -> copy.headers().add(header.key(),
                header.key().equals(ID) ? newId.getBytes(StandardCharsets.UTF_8) : header.value()));
        return copy;
    }

    private ConsumerRecord<String, String> oneOfAService() {
        try (var consumer = new KafkaConsumer<>(Map.<String, Object>of("bootstrap.servers", kafka), new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            for (Instant end = Instant.now().plus(PATIENCE); Instant.now().isBefore(end);) {
                var some = consumer.poll(Duration.ofSeconds(1)).iterator();
                if (some.hasNext())
                    return some.next();
            }
            throw new MeasureFailure("no service has written an audit record yet");
        }
    }
}
