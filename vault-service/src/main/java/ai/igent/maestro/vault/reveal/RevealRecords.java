package ai.igent.maestro.vault.reveal;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.AuditTrail;
import ai.igent.maestro.audittrail.CurrentOriginator;
import ai.igent.maestro.audittrail.Happening;
import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.vault.secret.Secret;
import ai.igent.maestro.vocabulary.AuditType;
import ai.igent.maestro.vocabulary.Outcome;

/** Puts attempts on record. Once one of these answers, the record is committed. */
@ApplicationScoped
class RevealRecords {
    private final AuditTrail audit;
    private final CurrentOriginator originator;

    RevealRecords(AuditTrail audit, CurrentOriginator originator) {
        this.audit = audit;
        this.originator = originator;
    }

    @WithTransaction
    Uni<Void> revealed(Secret secret) {
        return audit.record(happening(secret, secret.labels().name().text()), originator.get());
    }

    /** Without a name: what stands in the row is not known to be genuine. */
    @WithTransaction
    Uni<Void> refused(Secret secret, Refusal refusal) {
        return audit.record(happening(secret, null).ending(Outcome.DENIED).because(refusal.code()), originator.get());
    }

    private static Happening happening(Secret secret, String name) {
        return Happening.success(AuditType.SECRET_REVEALED, new AuditRecord.Subject("secret", secret.id().text(), name), null,
                secret.owner());
    }
}
