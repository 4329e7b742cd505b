package ai.igent.maestro.vault.keyjob;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.AuditTrail;
import ai.igent.maestro.audittrail.CurrentOriginator;
import ai.igent.maestro.audittrail.Happening;
import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.vocabulary.AuditType;
import ai.igent.maestro.vocabulary.Outcome;
import ai.igent.maestro.vocabulary.Owner;

/** Puts key jobs on record, in the transaction in which it happens. */
@ApplicationScoped
class KeyJobRecords {
    private static final Originator THIS_SERVICE = Originator.itself("vault-service");

    private final AuditTrail audit;
    private final CurrentOriginator originator;

    KeyJobRecords(AuditTrail audit, CurrentOriginator originator) {
        this.audit = audit;
        this.originator = originator;
    }

    Uni<Void> requested(KeyJob job) {
        return audit.record(happening(AuditType.KEY_JOB_REQUESTED, job), originator.get());
    }

    Uni<Void> destroyed(Owner owner) {
        return audit.record(
                Happening.success(AuditType.DATA_KEY_DESTROYED, new AuditRecord.Subject("owner", owner.text(), null), null, owner),
                originator.get());
    }

    /** The deletions that end a job of destroying are on record one by one. */
    Uni<Void> finished(KeyJob job) {
        var happening = happening(switch (job.kind) {
            case ROTATE -> AuditType.DATA_KEY_ROTATED;
            case REWRAP -> AuditType.DATA_KEY_REWRAPPED;
            case REENCRYPT -> AuditType.DATA_KEY_REPLACED;
            case DESTROY -> AuditType.KEY_JOB_FINISHED;
        }, job);
        return audit.record(job.failed == 0 ? happening : happening.ending(Outcome.FAILURE).because("left-behind"), THIS_SERVICE);
    }

    /** Secrets and keys that are not as this service wrote them. */
    Uni<Void> leftBehind(AuditType type, String kind, List<LeftBehind> left, Owner owner) {
        return audit.record(left.stream().map(one -> Happening.success(type, new AuditRecord.Subject(kind, one.subject, null), null, owner)
                .ending(Outcome.FAILURE).because(one.code)).toList(), THIS_SERVICE);
    }

    private static Happening happening(AuditType type, KeyJob job) {
        return Happening.success(type, new AuditRecord.Subject("key-job", job.id, job.kind.text()), null, job.owner);
    }
}
