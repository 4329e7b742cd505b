package ai.igent.maestro.session.report;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.AuditTrail;
import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.contracts.event.BundleEvent;
import ai.igent.maestro.contracts.internal.BundleReport;
import ai.igent.maestro.outbox.Outbox;
import ai.igent.maestro.session.session.Session;
import ai.igent.maestro.session.session.SessionEvents;
import ai.igent.maestro.vocabulary.AuditType;
import ai.igent.maestro.vocabulary.Outcome;

/** Tells others, and the record, how far a revision came. */
@ApplicationScoped
class BundleEvents {
    private final Outbox outbox;
    private final AuditTrail trail;

    BundleEvents(Outbox outbox, AuditTrail trail) {
        this.outbox = outbox;
        this.trail = trail;
    }

    Uni<Void> applied(Session session, BundleReport report, Originator originator) {
        return outbox.append(new BundleEvent.Applied(session.id(), report.revision()))
                .chain(() -> trail.record(SessionEvents.about(AuditType.BUNDLE_APPLIED, session), originator));
    }

    Uni<Void> failed(Session session, BundleReport report, Originator originator) {
        var failures = report.failed().stream().map(failed -> new BundleEvent.Failed.Failure(failed.id(), failed.code())).toList();
        return outbox.append(new BundleEvent.Failed(session.id(), report.revision(), failures))
                .chain(() -> trail.record(SessionEvents.about(AuditType.BUNDLE_FAILED, session).ending(Outcome.FAILURE), originator));
    }
}
