package ai.igent.maestro.local.bench.row;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

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
    private static final String ID_OF_EVENT = "ce_id";
    /** The event's id and the record's are two. */
    private static final Pattern ID_OF_RECORD = Pattern.compile("(?<=\"id\":\")evt_[0-9a-f]{32}(?=\")");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String kafka;

    RecordFlood(String kafka) {
        this.kafka = kafka;
    }

    void send(int number) {
        var pattern = oneOfAService();
        String[] around = ID_OF_RECORD.split(pattern.value(), 2);
        if (around.length != 2)
            throw new MeasureFailure("an audit record without its id");
        try (var producer = new KafkaProducer<>(Map.<String, Object>of("bootstrap.servers", kafka, "linger.ms", 20, "batch.size", 131_072),
                new StringSerializer(), new StringSerializer())) {
            for (int each = 0; each < number; each++)
                producer.send(copy(pattern, around, each));
            producer.flush();
        }
    }

    private static ProducerRecord<String, String> copy(ConsumerRecord<String, String> pattern, String[] around, int number) {
        var copy = new ProducerRecord<>(TOPIC, null, "user:bench-" + number % 1000, around[0] + newId() + around[1]);
        pattern.headers().forEach(header -> copy.headers().add(header.key(),
                header.key().equals(ID_OF_EVENT) ? newId().getBytes(StandardCharsets.UTF_8) : header.value()));
        return copy;
    }

    private static String newId() {
        return "evt_" + UUID.randomUUID().toString().replace("-", "");
    }

    private ConsumerRecord<String, String> oneOfAService() {
        try (var consumer = new KafkaConsumer<>(Map.<String, Object>of("bootstrap.servers", kafka), new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            for (Instant end = Instant.now().plus(PATIENCE); Instant.now().isBefore(end);) {
                for (ConsumerRecord<String, String> each : consumer.poll(Duration.ofSeconds(1)))
                    if (isRecord(each)) return each;
            }
            throw new MeasureFailure("no service has written an audit record yet");
        }
    }

    /** Not several together. */
    private static boolean isRecord(ConsumerRecord<String, String> message) {
        return new String(message.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8).equals("audit.recorded");
    }
}
