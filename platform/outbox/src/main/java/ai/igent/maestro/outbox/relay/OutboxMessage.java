package ai.igent.maestro.outbox.relay;

import java.time.Instant;

/** An event as it is sent. {@code traceparent} may be null. */
public record OutboxMessage(String eventId, String topic, String key, String type, String subject, long sequence, Instant time,
        String traceparent, String data) {}
