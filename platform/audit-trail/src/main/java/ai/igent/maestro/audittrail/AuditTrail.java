package ai.igent.maestro.audittrail;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.contracts.event.AuditRecorded;
import ai.igent.maestro.outbox.Outbox;
import ai.igent.maestro.vocabulary.EventId;
import ai.igent.maestro.vocabulary.IdSource;

/** Writes audit records into the caller's transaction: no commit, no record; no record, no commit. */
@ApplicationScoped
public class AuditTrail {
    private final Outbox outbox;
    private final IdSource ids;
    private final Clock clock;

    AuditTrail(Outbox outbox, IdSource ids, Clock clock) {
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<Void> record(Happening happening, Originator originator) {
        return record(List.of(happening), originator);
    }

    public Uni<Void> record(List<Happening> happenings, Originator originator) {
        return outbox.append(happenings.stream().map(happening -> event(happening, originator)).toList());
    }

    /** The record as an event, for whoever commits it together with those of other callers. */
    public AuditRecorded event(Happening happening, Originator originator) {
        return new AuditRecorded(record(happening, originator, traceId()));
    }

    private AuditRecord record(Happening what, Originator who, String traceId) {
        return new AuditRecord(EventId.of(ids.next()), clock.instant(), what.type(), who.actor(), what.subject(), what.session(),
                what.owner(),
                what.outcome(), what.reason(), who.source(), traceId);
    }

    private static String traceId() {
        var span = Span.current().getSpanContext();
        return span.isValid() ? span.getTraceId() : null;
    }
}
