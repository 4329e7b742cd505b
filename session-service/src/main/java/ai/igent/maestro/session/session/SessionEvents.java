package ai.igent.maestro.session.session;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.AuditTrail;
import ai.igent.maestro.audittrail.Happening;
import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.contracts.event.SessionEvent;
import ai.igent.maestro.outbox.Outbox;
import ai.igent.maestro.vocabulary.AuditType;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SessionId;

/** Tells others, and the record, what happens to a session. Called inside the transaction in which it happens. */
@ApplicationScoped
public class SessionEvents {
    private final Outbox outbox;
    private final AuditTrail trail;

    SessionEvents(Outbox outbox, AuditTrail trail) {
        this.outbox = outbox;
        this.trail = trail;
    }

    public Uni<Void> created(Session session, Originator originator) {
        var event = new SessionEvent.Created(session.id(), session.nextSequence(), session.user(), session.organization(),
                session.expiresAt());
        return outbox.append(event).chain(() -> record(AuditType.SESSION_CREATED, session, originator));
    }

    /** Its active set is empty from its current revision on. */
    public Uni<Void> ended(Session session, SessionStatus how, Originator originator) {
        var event = new SessionEvent.Ended(session.id(), session.nextSequence(), session.revision(), how.text());
        return outbox.append(event)
                .chain(() -> trail.record(about(AuditType.SESSION_ENDED, session).because(how.text()), originator));
    }

    public Uni<Void> reviewDue(Session session, int active, Instant activeSince) {
        return outbox.append(new SessionEvent.ReviewDue(session.id(), session.nextSequence(), active, activeSince));
    }

    public Uni<Void> extended(Session session, Originator originator) {
        return record(AuditType.SESSION_EXTENDED, session, originator);
    }

    public Uni<Void> tokensRenewed(Session session, Originator originator) {
        return record(AuditType.SESSION_TOKENS_RENEWED, session, originator);
    }

    private Uni<Void> record(AuditType type, Session session, Originator originator) {
        return trail.record(about(type, session), originator);
    }

    /** The title stays out of it: free text does not enter events. */
    public static Happening about(AuditType type, Session session) {
        return about(type, session.id(), session.owner());
    }

    public static Happening about(AuditType type, SessionId session, Owner owner) {
        return Happening.success(type, new AuditRecord.Subject("session", session.text(), null), session, owner);
    }
}
