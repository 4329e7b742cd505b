package ai.igent.maestro.session;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

import ai.igent.maestro.contracts.event.ConnectionEvent;
import ai.igent.maestro.contracts.event.MaestroEvent;
import ai.igent.maestro.contracts.event.SecretEvent;
import ai.igent.maestro.test.Database;
import ai.igent.maestro.vocabulary.ConnectionId;
import ai.igent.maestro.vocabulary.EventId;
import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.vocabulary.Source;

import static org.awaitility.Awaitility.await;

/** Sends what owners of secrets and connections say, on a real Kafka. */
final class OwnersEvents implements AutoCloseable {
    private final KafkaProducer<String, String> producer;
    private final Database database;

    OwnersEvents(String kafka, Database database) {
        this.producer = new KafkaProducer<>(Map.of("bootstrap.servers", kafka), new StringSerializer(), new StringSerializer());
        this.database = database;
    }

    /**
     * The change, the same once more, and late what was before it; returns when all of that was heard: what comes last is heard last, because all of it
     * has one key.
     */
    void changed(Thing now, Thing before) {
        String first = send(event(now), EventId.of(UUID.randomUUID()));
        send(event(now), new EventId(first));
        awaitHeard(first);
        send(event(before), EventId.of(UUID.randomUUID()));
        awaitHeard(send(event(now), EventId.of(UUID.randomUUID())));
    }

    private static MaestroEvent event(Thing thing) {
        var item = thing.item();
        return item.source() == Source.VAULT
                ? new SecretEvent.Compromised(new SecretId(item.id()), item.owner(), 1, item.epoch(), item.epoch())
                : new ConnectionEvent.Revoked(new ConnectionId(item.id()), item.owner(), 1, item.epoch(), item.epoch());
    }

    private String send(MaestroEvent event, EventId id) {
        try {
            var message = new ProducerRecord<>(event.topic().text(), event.key(), PlayedOwners.JSON.writeValueAsString(event));
            header(message, "ce_id", id.text());
            header(message, "ce_type", event.type());
            header(message, "ce_subject", event.subject());
            header(message, "ce_sequence", Long.toString(event.sequence()));
            producer.send(message).get();
            return id.text();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitHeard(String event) {
        await("the event " + event).atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(10))
                .until(() -> database.count("select count(*) from processed_event where event_id = ?", event) > 0);
    }

    private static void header(ProducerRecord<String, String> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close();
    }
}
