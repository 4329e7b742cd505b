package ai.igent.maestro.vault.release;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.event.AuditRecorded;
import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.grants.GrantClaims;
import ai.igent.maestro.outbox.Outbox;
import ai.igent.maestro.vault.audit.AuditRecords;
import ai.igent.maestro.vocabulary.AuditType;
import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.web.identity.Caller;

/** Puts decisions on record. Once this answers, the records are committed. */
@ApplicationScoped
class ReleaseRecords {
    private final Outbox outbox;
    private final AuditRecords audit;

    ReleaseRecords(Outbox outbox, AuditRecords audit) {
        this.outbox = outbox;
        this.audit = audit;
    }

    @WithTransaction
    Uni<Void> commit(List<Decision> decisions, GrantClaims grant, Caller caller) {
        return outbox.append(decisions.stream().map(decision -> record(decision, grant, caller)).toList());
    }

    private AuditRecorded record(Decision decision, GrantClaims grant, Caller caller) {
        return switch (decision) {
            case Decision.Release release -> audit.success(AuditType.SECRET_RELEASED, caller.actor(),
                    about(release.item(), release.secret().labels().name().text()), grant.session());
            case Decision.Refuse refuse -> audit.denied(AuditType.SECRET_RELEASED, caller.actor(), about(refuse.item(), null),
                    grant.session(), refuse.refusal().code());
        };
    }

    private static AuditRecords.About about(GrantItem item, String name) {
        return new AuditRecords.About(new SecretId(item.id()), name, item.owner());
    }
}
