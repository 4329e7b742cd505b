package ai.igent.maestro.test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads topics of a Kafka from their beginning, as a consumer that nobody knows. */
public final class SentEvents {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String bootstrap;

    private SentEvents(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** Those of the Kafka that {@link RealServers} started. */
    public static SentEvents ofThisJvm() {
        return of(RealServers.kafka());
    }

    public static SentEvents of(String bootstrap) {
        return new SentEvents(bootstrap);
    }

    /** Waits for the first event on {@code topic} that matches. */
    public SentEvent await(String topic, Predicate<SentEvent> matches) {
        return await(topic, matches, 1).getFirst();
    }

    /** Waits until {@code count} events on {@code topic} match; gives them in their order. */
    public List<SentEvent> await(String topic, Predicate<SentEvent> matches, int count) {
        var found = new ArrayList<SentEvent>();
        try (var consumer = consumer(topic)) {
            for (Instant end = Instant.now().plus(PATIENCE); found.size() < count;) {
                if (Instant.now().isAfter(end))
                    throw new AssertionError("on " + topic + " only " + found.size() + " of " + count + " expected events");
                consumer.poll(Duration.ofMillis(100)).forEach(record -> events(record).filter(matches).forEach(found::add));
            }
        }
        return found;
    }

    /** Everything that is on {@code topic} now. */
    public List<SentEvent> all(String topic) {
        var found = new ArrayList<SentEvent>();
        try (var consumer = consumer(topic)) {
            var ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue()))
                consumer.poll(Duration.ofMillis(100)).forEach(record -> events(record).forEach(found::add));
        }
        return found;
    }

    private KafkaConsumer<String, String> consumer(String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "group.id", "test-" + UUID.randomUUID(), "enable.auto.commit",
                "false",
                "auto.offset.reset", "earliest");
        var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        var partitions = awaitPartitions(consumer, topic);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    /** A topic that nobody used before has no partitions at first: asking for it makes the broker create it. */
    private static List<TopicPartition> awaitPartitions(KafkaConsumer<String, String> consumer, String topic) {
        var partitions = consumer.partitionsFor(topic);
        for (Instant end = Instant.now().plus(PATIENCE); partitions.isEmpty(); partitions = consumer.partitionsFor(topic))
            if (Instant.now().isAfter(end)) throw new AssertionError("no topic " + topic);
        return partitions.stream().map(each -> new TopicPartition(topic, each.partition())).toList();
    }

    /** One for each audit record, also where a message hands over several. */
    private static Stream<SentEvent> events(ConsumerRecord<String, String> record) {
        SentEvent event = event(record);
        if (!record.topic().equals("audit-records.v1") || !event.data().has("records")) return Stream.of(event);
        var headers = new HashMap<>(event.headers());
        headers.put("ce_type", "audit.recorded");
        return event.data().get("records").valueStream().map(each -> new SentEvent(event.key(), headers, each));
    }

    private static SentEvent event(ConsumerRecord<String, String> record) {
        var headers = new HashMap<String, String>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        try {
            return new SentEvent(record.key(), headers, JSON.readTree(record.value()));
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: an event on " + record.topic(), e);
        }
    }
}
