package ai.igent.maestro.outbox.relay;

import java.time.Instant;

/** An unsent row. {@code traceparent} may be null. */
record OutboxMessage(long id, String eventId, String topic, String key, String type, String subject, long sequence, Instant time,
        String traceparent, String data) {}
