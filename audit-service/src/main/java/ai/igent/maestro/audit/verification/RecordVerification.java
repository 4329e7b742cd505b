package ai.igent.maestro.audit.verification;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.contracts.event.AuditRecorded;
import ai.igent.maestro.outbox.Outbox;
import ai.igent.maestro.vocabulary.Actor;
import ai.igent.maestro.vocabulary.AuditType;
import ai.igent.maestro.vocabulary.EventId;
import ai.igent.maestro.vocabulary.IdSource;
import ai.igent.maestro.vocabulary.Outcome;

/** Puts on record that somebody verified the trail and what they were told. */
@ApplicationScoped
class RecordVerification {
    private static final AuditRecord.Subject TRAIL = new AuditRecord.Subject("audit-trail", "audit.v1", null);

    private final Outbox outbox;
    private final IdSource ids;
    private final Clock clock;

    RecordVerification(Outbox outbox, IdSource ids, Clock clock) {
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> by(Actor actor, AuditRecord.Source source, Verification verification) {
        boolean intact = verification.status() == Verification.Status.INTACT;
        return outbox
                .append(new AuditRecorded(new AuditRecord(EventId.of(ids.next()), clock.instant(), AuditType.AUDIT_VERIFIED, actor, TRAIL,
                        null, null, intact ? Outcome.SUCCESS : Outcome.FAILURE, verification.status().text(), source, null)));
    }
}
