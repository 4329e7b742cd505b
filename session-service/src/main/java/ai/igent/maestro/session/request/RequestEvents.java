package ai.igent.maestro.session.request;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.AuditTrail;
import ai.igent.maestro.audittrail.Happening;
import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.contracts.event.SessionEvent;
import ai.igent.maestro.outbox.Outbox;
import ai.igent.maestro.session.session.Session;
import ai.igent.maestro.session.session.SessionRepository;
import ai.igent.maestro.vocabulary.AuditType;
import ai.igent.maestro.vocabulary.Outcome;

/** Tells others, and the record, what happens to a request; never what was written in it. */
@ApplicationScoped
class RequestEvents {
    private final Outbox outbox;
    private final AuditTrail trail;
    private final SessionRepository sessions;

    RequestEvents(Outbox outbox, AuditTrail trail, SessionRepository sessions) {
        this.outbox = outbox;
        this.trail = trail;
        this.sessions = sessions;
    }

    Uni<Void> requested(Session session, ActivationRequest request, Originator originator) {
        String status = request.content().proposal().status().text();
        return outbox.append(new SessionEvent.ActivationRequested(session.id(), session.nextSequence(), request.id(), status))
                .chain(() -> trail.record(about(AuditType.ACTIVATION_REQUESTED, session, request).because(status), originator));
    }

    /** What the person acknowledged expressly stands in the record. */
    Uni<Void> confirmed(Session session, ActivationRequest request, Set<Acknowledgement> acknowledged, Originator originator) {
        String words = acknowledged.isEmpty()
                ? null
                : new TreeSet<>(acknowledged).stream().map(Acknowledgement::text).collect(Collectors.joining(","));
        return trail.record(about(AuditType.ACTIVATION_CONFIRMED, session, request).because(words), originator);
    }

    Uni<Void> denied(Session session, ActivationRequest request, Originator originator) {
        return trail.record(about(AuditType.ACTIVATION_DENIED, session, request), originator);
    }

    Uni<Void> refused(Session session, ActivationRequest request, String code, Originator originator) {
        return trail.record(about(AuditType.ACTIVATION_REFUSED, session, request).ending(Outcome.DENIED).because(code), originator);
    }

    /** In a transaction of its own: what was refused has none. */
    @WithTransaction
    Uni<Void> confirmationRefused(ActivationRequest request, String code, Originator originator) {
        return sessions.require(request.session()).chain(session -> refused(session, request, code, originator));
    }

    private static Happening about(AuditType type, Session session, ActivationRequest request) {
        return Happening.success(type, new AuditRecord.Subject("request", request.id().text(), null), session.id(), session.owner());
    }
}
