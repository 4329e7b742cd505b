package ai.igent.maestro.outbox;

import java.time.Instant;

import ai.igent.maestro.contracts.event.MaestroEvent;
import ai.igent.maestro.vocabulary.EventId;

/** An event with the id, the time and the trace it will be sent with: those of the moment it was prepared in. */
public final class PreparedEvent {
    private final EventId id;
    private final MaestroEvent event;
    private final Instant time;
    private final String traceparent;

    /** @param traceparent may be null */
    PreparedEvent(EventId id, MaestroEvent event, Instant time, String traceparent) {
        this.id = id;
        this.event = event;
        this.time = time;
        this.traceparent = traceparent;
    }

    /** The same with another event that says what this one says, and more. */
    PreparedEvent saying(MaestroEvent more) {
        return new PreparedEvent(id, more, time, traceparent);
    }

    MaestroEvent event() {
        return event;
    }

    String traceparent() {
        return traceparent;
    }

    OutboxRow row() {
        return OutboxRow.of(id, event, time, traceparent);
    }
}
