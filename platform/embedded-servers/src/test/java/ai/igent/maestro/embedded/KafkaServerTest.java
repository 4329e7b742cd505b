package ai.igent.maestro.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class KafkaServerTest {
    @Test
    void keepsWhatWasSentBeforeItWasStoppedAndStartedAgain(@TempDir Path folder) throws Exception {
        try (var kafka = KafkaServer.keptIn(folder, 0)) {
            send(kafka, "first");
        }
        try (var kafka = KafkaServer.keptIn(folder, 0)) {
            send(kafka, "second");
            assertThat(receive(kafka, 2)).containsExactly("first", "second");
        }
    }

    private static void send(KafkaServer kafka, String word) throws Exception {
        try (var producer = new KafkaProducer<>(Map.<String, Object>of("bootstrap.servers", kafka.bootstrap()), new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>("words", word)).get();
        }
    }

    private static List<String> receive(KafkaServer kafka, int count) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrap(), "group.id", "test", "auto.offset.reset", "earliest");
        var words = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("words"));
            for (Instant end = Instant.now().plusSeconds(20); words.size() < count && Instant.now().isBefore(end);)
                consumer.poll(Duration.ofMillis(200)).forEach(record -> words.add(record.value()));
        }
        return words;
    }
}
