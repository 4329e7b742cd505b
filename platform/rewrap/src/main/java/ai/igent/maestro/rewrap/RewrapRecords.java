package ai.igent.maestro.rewrap;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.AuditTrail;
import ai.igent.maestro.audittrail.Happening;
import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.envelope.WrappedDataKey;
import ai.igent.maestro.vocabulary.AuditType;
import ai.igent.maestro.vocabulary.Outcome;

/** Puts on record, in the transaction in which it happens, that data keys were wrapped anew. */
@ApplicationScoped
class RewrapRecords {
    private final AuditTrail audit;
    private final Originator itself;

    RewrapRecords(AuditTrail audit, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.audit = audit;
        this.itself = Originator.itself(service);
    }

    Uni<Void> rewrapped(long count) {
        return count == 0
                ? Uni.createFrom().voidItem()
                : audit.record(Happening.success(AuditType.DATA_KEY_REWRAPPED,
                        new AuditRecord.Subject("wrapping-key", itself.actor().id(), null), null, null), itself);
    }

    Uni<Void> broken(List<WrappedDataKey> keys) {
        return keys.isEmpty() ? Uni.createFrom().voidItem() : audit.record(keys.stream().map(RewrapRecords::broken).toList(), itself);
    }

    private static Happening broken(WrappedDataKey key) {
        return Happening.success(AuditType.DATA_KEY_REWRAPPED, new AuditRecord.Subject("data-key", key.id().value().toString(), null), null,
                key.owner()).ending(Outcome.FAILURE).because("broken");
    }
}
