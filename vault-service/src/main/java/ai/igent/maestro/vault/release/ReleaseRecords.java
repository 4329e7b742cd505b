package ai.igent.maestro.vault.release;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.AuditTrail;
import ai.igent.maestro.audittrail.CurrentOriginator;
import ai.igent.maestro.audittrail.Happening;
import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.vault.history.SessionReleaseRepository;
import ai.igent.maestro.vocabulary.AuditType;
import ai.igent.maestro.vocabulary.Outcome;
import ai.igent.maestro.vocabulary.SessionId;

/** Puts decisions on record. Once this answers, the records are committed. */
@ApplicationScoped
class ReleaseRecords {
    private final AuditTrail audit;
    private final CurrentOriginator originator;
    private final SessionReleaseRepository history;

    ReleaseRecords(AuditTrail audit, CurrentOriginator originator, SessionReleaseRepository history) {
        this.audit = audit;
        this.originator = originator;
        this.history = history;
    }

    @WithTransaction
    Uni<Void> commit(List<Decision> decisions, SessionId session) {
        return audit.record(decisions.stream().map(decision -> happening(decision, session)).toList(), originator.get())
                .chain(() -> history.released(released(decisions), session));
    }

    private static List<String> released(List<Decision> decisions) {
        return decisions.stream().filter(Decision.Release.class::isInstance).map(decision -> decision.item().id()).toList();
    }

    private static Happening happening(Decision decision, SessionId session) {
        return switch (decision) {
            case Decision.Release release -> released(release.item(), release.secret().labels().name().text(), session);
            case Decision.Refuse refuse -> released(refuse.item(), null, session).ending(Outcome.DENIED).because(refuse.refusal().code());
        };
    }

    /** A refused secret has no name here: what stands in its row may be another's. */
    private static Happening released(GrantItem item, String name, SessionId session) {
        return Happening.success(AuditType.SECRET_RELEASED, new AuditRecord.Subject("secret", item.id(), name), session, item.owner());
    }
}
