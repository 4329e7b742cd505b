package ai.igent.maestro.audit.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.contracts.event.AuditRecorded;
import ai.igent.maestro.contracts.event.AuditRecordedTogether;
import ai.igent.maestro.outbox.EventJson;
import ai.igent.maestro.vocabulary.EventId;

/** The topic as the other services' relays write it, and as a broken program would. */
public final class RecordTopic implements AutoCloseable {
    private static final String TOPIC = "audit-records.v1";

    private final KafkaProducer<String, String> producer;

    public RecordTopic(String bootstrap) {
        producer = new KafkaProducer<>(Map.<String, Object>of("bootstrap.servers", bootstrap), new StringSerializer(),
                new StringSerializer());
    }

    public void send(AuditRecord auditRecord) {
        var event = new AuditRecorded(auditRecord);
        send(newId(), event.type(), event.key(), EventJson.write(event));
    }

    void send(List<AuditRecord> together) {
        var event = new AuditRecordedTogether(together);
        send(newId(), event.type(), event.key(), EventJson.write(event));
    }

    void send(String id, String type, String key, String data) {
        var message = new ProducerRecord<>(TOPIC, key, data);
        Map.of("ce_id", id, "ce_type", type, "ce_subject", "subject", "ce_sequence", "0")
                .forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        producer.send(message);
    }

    static String newId() {
        return EventId.of(UUID.randomUUID()).text();
    }

    @Override
    public void close() {
        producer.close();
    }
}
