package ai.igent.maestro.audit.intake;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.smallrye.reactive.messaging.kafka.KafkaRecord;

import ai.igent.maestro.audit.intake.IncomingRecord.Readable;
import ai.igent.maestro.audit.intake.IncomingRecord.Unreadable;
import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.contracts.event.AuditRecordedTogether;
import ai.igent.maestro.outbox.inbox.IncomingEvent;
import ai.igent.maestro.outbox.inbox.UnreadableEvent;

/** Records that were sent together. One that cannot be read costs none of the others its place. */
final class RecordsOfOneMessage {
    private RecordsOfOneMessage() {}

    private record Parts(List<JsonNode> records) {}

    /** @throws UnreadableEvent when nothing of it can be read */
    static List<IncomingRecord> of(KafkaRecord<String, String> message, IncomingEvent event) {
        try {
            return event.as(AuditRecordedTogether.class).records().stream().<IncomingRecord>map(each -> new Readable(message, each))
                    .toList();
        } catch (UnreadableEvent reason) {
            var parts = event.as(Parts.class).records();
            if (parts == null) throw reason;
            return Stream.concat(parts.stream().flatMap(part -> readable(message, event, part)), Stream.of(new Unreadable(message, reason)))
                    .toList();
        }
    }

    private static Stream<IncomingRecord> readable(KafkaRecord<String, String> message, IncomingEvent event, JsonNode part) {
        try {
            return Stream.of(new Readable(message, event.with(part.toString()).as(AuditRecord.class)));
        } catch (UnreadableEvent passedOver) {
            return Stream.empty();
        }
    }
}
