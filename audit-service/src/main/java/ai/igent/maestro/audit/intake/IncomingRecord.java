package ai.igent.maestro.audit.intake;

import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;

import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.outbox.EventSize;
import ai.igent.maestro.outbox.inbox.IncomingEvent;
import ai.igent.maestro.outbox.inbox.UnreadableEvent;

/** What a message of the topic brings: a record, or the reason why all of it or a part of it is none. */
sealed interface IncomingRecord {
    /** Of a message: a record alone in it has its place and its hashes besides, and a larger entry could not be published. */
    int LARGEST = EventSize.LARGEST - 1_000;

    record Readable(KafkaRecord<String, String> message, AuditRecord content) implements IncomingRecord {}

    record Unreadable(KafkaRecord<String, String> message, UnreadableEvent reason) implements IncomingRecord {
        long offset() {
            return consumerRecord(message).offset();
        }

        Uni<Void> toDeadLetters() {
            return Uni.createFrom().completionStage(() -> message.nack(reason));
        }
    }

    static List<IncomingRecord> of(KafkaRecord<String, String> message) {
        try {
            var kafkaRecord = consumerRecord(message);
            if (kafkaRecord.serializedValueSize() > LARGEST) throw new UnreadableEvent("the data is larger than " + LARGEST + " bytes");
            return content(message, IncomingEvent.of(kafkaRecord));
        } catch (UnreadableEvent reason) {
            return List.of(new Unreadable(message, reason));
        }
    }

    private static List<IncomingRecord> content(KafkaRecord<String, String> message, IncomingEvent event) {
        return switch (event.type()) {
            case "audit.recorded" -> List.of(new Readable(message, event.as(AuditRecord.class)));
            case "audit.recorded-together" -> RecordsOfOneMessage.of(message, event);
            default -> throw new UnreadableEvent("header ce_type is not of an audit record");
        };
    }

    @SuppressWarnings("unchecked")
    private static ConsumerRecord<String, String> consumerRecord(KafkaRecord<String, String> message) {
        return (ConsumerRecord<String, String>) message.getMetadata(IncomingKafkaRecordMetadata.class).orElseThrow().getRecord();
    }
}
