package ai.igent.maestro.vault.audit;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.api.trace.Span;

import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.contracts.event.AuditRecorded;
import ai.igent.maestro.vocabulary.Actor;
import ai.igent.maestro.vocabulary.AuditType;
import ai.igent.maestro.vocabulary.EventId;
import ai.igent.maestro.vocabulary.IdSource;
import ai.igent.maestro.vocabulary.Outcome;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.RequestSource;

/** Makes audit records about secrets, for the outbox of the transaction that does what they say. */
@ApplicationScoped
public class AuditRecords {
    private static final String NO_TRACE = "0".repeat(32);

    private final IdSource ids;
    private final Clock clock;
    private final RequestSource source;

    AuditRecords(IdSource ids, Clock clock, RequestSource source) {
        this.ids = ids;
        this.clock = clock;
        this.source = source;
    }

    /** Which secret a record is about; {@code name} is null when it is not known to be that secret's. */
    public record About(SecretId secret, String name, Owner owner) {}

    public AuditRecorded success(AuditType type, Actor actor, About about, SessionId session) {
        return record(type, actor, about, session, Outcome.SUCCESS, null);
    }

    /** @param reason a code word */
    public AuditRecorded denied(AuditType type, Actor actor, About about, SessionId session, String reason) {
        return record(type, actor, about, session, Outcome.DENIED, reason);
    }

    private AuditRecorded record(AuditType type, Actor actor, About about, SessionId session, Outcome outcome, String reason) {
        var subject = new AuditRecord.Subject("secret", about.secret().text(), about.name());
        var from = new AuditRecord.Source(source.ip(), source.userAgent());
        return new AuditRecorded(
                new AuditRecord(EventId.of(ids.next()), clock.instant(), type, actor, subject, session, about.owner(), outcome,
                        reason, from, traceId()));
    }

    private static String traceId() {
        String id = Span.current().getSpanContext().getTraceId();
        return id.equals(NO_TRACE) ? null : id;
    }
}
