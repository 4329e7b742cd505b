package ai.igent.maestro.session.activation;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.AuditTrail;
import ai.igent.maestro.audittrail.Happening;
import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.contracts.event.SessionEvent.ActivationsChanged;
import ai.igent.maestro.outbox.Outbox;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.session.session.Session;
import ai.igent.maestro.session.session.SessionEvents;
import ai.igent.maestro.vocabulary.AuditType;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.Source;

/** Tells others, and the record, how an active set changed. */
@ApplicationScoped
class ActivationEvents {
    private final Outbox outbox;
    private final AuditTrail trail;
    private final SessionEvents sessions;

    ActivationEvents(Outbox outbox, AuditTrail trail, SessionEvents sessions) {
        this.outbox = outbox;
        this.trail = trail;
        this.sessions = sessions;
    }

    /** Carries the whole set that is active now, and one audit record for each thing that came or went. */
    Uni<Void> changed(ActiveSet set, Originator originator) {
        var session = set.session();
        var items = set.active().map(ActivationEvents::item).toList();
        return outbox.append(new ActivationsChanged(session.id(), session.nextSequence(), session.revision(), items))
                .chain(() -> trail.record(happenings(set), originator))
                .chain(() -> set.over() == null ? Uni.createFrom().voidItem() : sessions.ended(session, set.over(), originator));
    }

    private static ActivationsChanged.Item item(Activation activation) {
        return new ActivationsChanged.Item(activation.candidate().text(), activation.candidate().source(), activation.owner(),
                activation.epoch(), activation.variable(), activation.kind(), activation.mode(), activation.activeUntil());
    }

    private static List<Happening> happenings(ActiveSet set) {
        List<Happening> happenings = new ArrayList<>();
        for (var ended : set.ended()) {
            var activation = ended.activation();
            happenings.add(about(ended.reason().auditType(), set.session(), activation.candidate(), activation.name(), activation.owner())
                    .because(ended.reason().code()));
        }
        for (Consent given : set.given())
            happenings.add(about(AuditType.ACTIVATION_CONFIRMED, set.session(), given.id(), given.name(), given.owner())
                    .because(given.inAdvance() == null ? null : "standing-consent"));
        return happenings;
    }

    private static Happening about(AuditType type, Session session, CandidateId id, String name, Owner owner) {
        String kind = id.source() == Source.VAULT ? "secret" : "connection";
        return Happening.success(type, new AuditRecord.Subject(kind, id.text(), name), session.id(), owner);
    }
}
