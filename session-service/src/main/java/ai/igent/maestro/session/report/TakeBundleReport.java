package ai.igent.maestro.session.report;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.contracts.internal.BundleReport;
import ai.igent.maestro.session.session.Session;
import ai.igent.maestro.session.session.SessionRepository;
import ai.igent.maestro.vocabulary.SessionId;

/** Notes how far a revision came. An older or repeated report changes nothing and succeeds. */
@ApplicationScoped
class TakeBundleReport {
    private final SessionRepository sessions;
    private final BundleEvents events;
    private final AppliedSignals signals;
    private final BundleFailureRepository failures;

    TakeBundleReport(SessionRepository sessions, BundleEvents events, AppliedSignals signals, BundleFailureRepository failures) {
        this.sessions = sessions;
        this.failures = failures;
        this.events = events;
        this.signals = signals;
    }

    Uni<Void> of(SessionId id, BundleReport report, Originator originator) {
        return note(id, report, originator).invoke(() -> signals.reported(id));
    }

    @WithTransaction
    Uni<Void> note(SessionId id, BundleReport report, Originator originator) {
        return sessions.requireForUpdate(id).chain(session -> note(session, report, originator));
    }

    private Uni<Void> note(Session session, BundleReport report, Originator originator) {
        if (report.revision() > session.revision()) throw new ReportFailure.FutureRevision();
        return switch (report.outcome()) {
            case applied -> session.noteApplied(report.revision()) ? events.applied(session, report, originator) : nothing();
            case failed -> session.noteFailed(report.revision()) ? failed(session, report, originator) : nothing();
        };
    }

    private Uni<Void> failed(Session session, BundleReport report, Originator originator) {
        return failures.replace(session.id(), report.revision(), report.failed())
                .chain(() -> events.failed(session, report, originator));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
