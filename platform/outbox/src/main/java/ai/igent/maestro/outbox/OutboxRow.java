package ai.igent.maestro.outbox;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;

import ai.igent.maestro.contracts.event.MaestroEvent;
import ai.igent.maestro.vocabulary.EventId;

/** An event as it is inserted; the names are those of the columns. */
record OutboxRow(@JsonProperty("event_id") EventId eventId, String topic, String key, String type, String subject, long sequence,
        Instant time, String traceparent, String data) {
    static OutboxRow of(EventId id, MaestroEvent event, Instant time, String traceparent) {
        String data = EventJson.write(event);
        if (!EventSize.fits(data))
            throw new IllegalArgumentException("an event of type " + event.type() + " is larger than " + EventSize.LARGEST + " bytes");
        return new OutboxRow(id, event.topic().text(), event.key(), event.type(), event.subject(), event.sequence(), time, traceparent,
                data);
    }
}
