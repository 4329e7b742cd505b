package ai.igent.maestro.vault.release;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.AuditTrail;
import ai.igent.maestro.audittrail.CurrentOriginator;
import ai.igent.maestro.audittrail.Happening;
import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.outbox.CommitEvents;
import ai.igent.maestro.outbox.PreparedEvent;
import ai.igent.maestro.vault.history.SessionReleaseRepository;
import ai.igent.maestro.vault.history.SessionReleaseRepository.Released;
import ai.igent.maestro.vocabulary.AuditType;
import ai.igent.maestro.vocabulary.Outcome;
import ai.igent.maestro.vocabulary.SessionId;

/** Puts decisions on record. Once this answers, the records are committed. */
@ApplicationScoped
class ReleaseRecords {
    private final AuditTrail audit;
    private final CommitEvents commitEvents;
    private final CurrentOriginator originator;
    private final SessionReleaseRepository history;

    ReleaseRecords(AuditTrail audit, CommitEvents commitEvents, CurrentOriginator originator, SessionReleaseRepository history) {
        this.audit = audit;
        this.commitEvents = commitEvents;
        this.originator = originator;
        this.history = history;
    }

    /** Those of several grants in one statement. */
    Uni<Void> commit(List<Answered> answered) {
        if (answered.stream().allMatch(one -> one.decisions().isEmpty())) return Uni.createFrom().voidItem();
        var by = originator.get();
        return commitEvents.with(List.of(history.release(answered.stream().flatMap(ReleaseRecords::released).toList())),
                answered.stream().flatMap(one -> records(one, by)).toList());
    }

    /** In the trace of its own fetch. */
    private Stream<PreparedEvent> records(Answered answered, Originator by) {
        return answered.trace().wrapSupplier(() -> answered.decisions().stream()
                .map(decision -> commitEvents.prepare(audit.event(happening(decision, answered.session()), by))).toList()).get().stream();
    }

    private static Stream<Released> released(Answered answered) {
        return answered.decisions().stream().filter(Decision.Release.class::isInstance).map(decision -> decision.item().id()).distinct()
                .map(secret -> new Released(secret, answered.session()));
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
