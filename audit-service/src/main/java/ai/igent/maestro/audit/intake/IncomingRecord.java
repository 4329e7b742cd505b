package ai.igent.maestro.audit.intake;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;

import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.outbox.EventSize;
import ai.igent.maestro.outbox.inbox.IncomingEvent;
import ai.igent.maestro.outbox.inbox.UnreadableEvent;

/** A message of the topic: a record, or why it is none. */
sealed interface IncomingRecord {
    /** An entry has its place and its hashes besides; a larger one could not be published. */
    int LARGEST = EventSize.LARGEST - 1_000;

    record Readable(KafkaRecord<String, String> message, AuditRecord content) implements IncomingRecord {}

    record Unreadable(KafkaRecord<String, String> message, UnreadableEvent reason) implements IncomingRecord {
        Uni<Void> toDeadLetters() {
            return Uni.createFrom().completionStage(() -> message.nack(reason));
        }
    }

    static IncomingRecord of(KafkaRecord<String, String> message) {
        try {
            var kafkaRecord = consumerRecord(message);
            if (kafkaRecord.serializedValueSize() > LARGEST) throw new UnreadableEvent("the data is larger than " + LARGEST + " bytes");
            return new Readable(message, content(IncomingEvent.of(kafkaRecord)));
        } catch (UnreadableEvent reason) {
            return new Unreadable(message, reason);
        }
    }

    private static AuditRecord content(IncomingEvent event) {
        if (!event.type().equals("audit.recorded")) throw new UnreadableEvent("header ce_type is not audit.recorded");
        return event.as(AuditRecord.class);
    }

    @SuppressWarnings("unchecked")
    private static ConsumerRecord<String, String> consumerRecord(KafkaRecord<String, String> message) {
        return (ConsumerRecord<String, String>) message.getMetadata(IncomingKafkaRecordMetadata.class).orElseThrow().getRecord();
    }
}
