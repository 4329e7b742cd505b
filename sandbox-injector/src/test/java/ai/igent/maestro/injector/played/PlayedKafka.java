package ai.igent.maestro.injector.played;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.StringSerializer;

import com.fasterxml.jackson.core.JsonProcessingException;

import ai.igent.maestro.contracts.event.MaestroEvent;

/** Sends events as the relays of the other services do: CloudEvents in binary mode. */
public final class PlayedKafka implements AutoCloseable {
    private final KafkaProducer<String, String> producer;

    public PlayedKafka(PlayedSuite suite) {
        producer = new KafkaProducer<>(Map.of("bootstrap.servers", suite.kafkaBootstrap()), new StringSerializer(), new StringSerializer());
    }

    public void send(MaestroEvent event) {
        try {
            send(event.topic().text(), event.key(), Wire.JSON.writeValueAsString(event),
                    List.of(header("ce_specversion", "1.0"), header("ce_id", UUID.randomUUID().toString()), header("ce_type", event.type()),
                            header("ce_subject", event.subject()), header("ce_source", "/test")));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Something that is no event at all. */
    public void sendNonsense(String topic) {
        send(topic, null, "{nonsense", List.of(header("ce_type", "session.activations-changed"), header("ce_subject", "nobody")));
        send(topic, null, null, List.of());
    }

    @Override
    public void close() {
        producer.close();
    }

    private void send(String topic, String key, String data, List<Header> headers) {
        try {
            producer.send(new ProducerRecord<>(topic, null, key, data, headers)).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
