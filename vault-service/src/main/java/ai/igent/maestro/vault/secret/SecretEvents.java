package ai.igent.maestro.vault.secret;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.event.AuditRecorded;
import ai.igent.maestro.contracts.event.MaestroEvent;
import ai.igent.maestro.contracts.event.SecretEvent;
import ai.igent.maestro.outbox.Outbox;
import ai.igent.maestro.vault.audit.AuditRecords;
import ai.igent.maestro.vocabulary.AuditType;
import ai.igent.maestro.web.identity.Caller;

/** Tells the suite and the audit trail what happened to secrets, in the transaction in which it happens. */
@ApplicationScoped
class SecretEvents {
    private final Outbox outbox;
    private final AuditRecords audit;

    SecretEvents(Outbox outbox, AuditRecords audit) {
        this.outbox = outbox;
        this.audit = audit;
    }

    Uni<Void> registered(List<Secret> secrets, Caller by) {
        List<MaestroEvent> events = new ArrayList<>();
        for (Secret secret : secrets) {
            events.add(registered(secret));
            events.add(record(AuditType.SECRET_REGISTERED, secret, by));
        }
        return outbox.append(events);
    }

    private static SecretEvent registered(Secret secret) {
        Labels labels = secret.labels();
        return new SecretEvent.Registered(secret.id(), secret.owner(), secret.version(), secret.epoch(), secret.sequence(),
                labels.name().text(), labels.variable(), labels.environment(), labels.integration(), account(labels));
    }

    Uni<Void> updated(Secret secret, Caller by) {
        Labels labels = secret.labels();
        return append(AuditType.SECRET_UPDATED, secret, by,
                new SecretEvent.Updated(secret.id(), secret.owner(), secret.version(), secret.epoch(), secret.sequence(),
                        labels.name().text(), labels.variable(), labels.environment(), labels.integration(), account(labels)));
    }

    Uni<Void> valueChanged(Secret secret, Caller by) {
        return append(AuditType.SECRET_VALUE_CHANGED, secret, by,
                new SecretEvent.ValueChanged(secret.id(), secret.owner(), secret.version(), secret.epoch(), secret.sequence()));
    }

    Uni<Void> deleted(Secret secret, Caller by) {
        return append(AuditType.SECRET_DELETED, secret, by,
                new SecretEvent.Deleted(secret.id(), secret.owner(), secret.version(), secret.epoch(), secret.sequence()));
    }

    Uni<Void> undeleted(Secret secret, Caller by) {
        return append(AuditType.SECRET_UNDELETED, secret, by,
                new SecretEvent.Undeleted(secret.id(), secret.owner(), secret.version(), secret.epoch(), secret.sequence()));
    }

    private Uni<Void> append(AuditType type, Secret secret, Caller by, SecretEvent event) {
        return outbox.append(List.of(event, record(type, secret, by)));
    }

    private AuditRecorded record(AuditType type, Secret secret, Caller by) {
        return audit.success(type, by.actor(), new AuditRecords.About(secret.id(), secret.labels().name().text(), secret.owner()), null);
    }

    private static String account(Labels labels) {
        return labels.account() == null ? null : labels.account().text();
    }
}
