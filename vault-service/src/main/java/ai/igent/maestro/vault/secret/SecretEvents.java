package ai.igent.maestro.vault.secret;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.AuditTrail;
import ai.igent.maestro.audittrail.CurrentOriginator;
import ai.igent.maestro.audittrail.Happening;
import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.contracts.event.MaestroEvent;
import ai.igent.maestro.contracts.event.SecretEvent;
import ai.igent.maestro.outbox.CommitEvents;
import ai.igent.maestro.outbox.Outbox;
import ai.igent.maestro.outbox.PreparedEvent;
import ai.igent.maestro.vocabulary.AuditType;

/** Tells the suite and the audit trail what the caller did to secrets, in the transaction in which it happens. */
@ApplicationScoped
class SecretEvents {
    private static final String THIS_SERVICE = "vault-service";

    private final Outbox outbox;
    private final CommitEvents commitEvents;
    private final AuditTrail audit;
    private final CurrentOriginator originator;

    SecretEvents(Outbox outbox, CommitEvents commitEvents, AuditTrail audit, CurrentOriginator originator) {
        this.outbox = outbox;
        this.commitEvents = commitEvents;
        this.audit = audit;
        this.originator = originator;
    }

    Uni<Void> registered(List<Secret> secrets) {
        return outbox.append(registrations(secrets).toList());
    }

    /** The same for whoever commits them with the secrets in one statement. */
    List<PreparedEvent> registering(List<Secret> secrets) {
        return registrations(secrets).map(commitEvents::prepare).toList();
    }

    private Stream<MaestroEvent> registrations(List<Secret> secrets) {
        var by = originator.get();
        return Stream.concat(secrets.stream().map(SecretEvents::registered),
                secrets.stream().map(secret -> audit.event(happening(AuditType.SECRET_REGISTERED, secret), by)));
    }

    private static SecretEvent registered(Secret secret) {
        Labels labels = secret.labels();
        return new SecretEvent.Registered(secret.id(), secret.owner(), secret.version(), secret.epoch(), secret.sequence(),
                labels.name().text(), labels.variable(), labels.environment(), labels.integration(), account(labels));
    }

    Uni<Void> updated(Secret secret) {
        Labels labels = secret.labels();
        return append(AuditType.SECRET_UPDATED, secret,
                new SecretEvent.Updated(secret.id(), secret.owner(), secret.version(), secret.epoch(), secret.sequence(),
                        labels.name().text(), labels.variable(), labels.environment(), labels.integration(), account(labels)));
    }

    Uni<Void> valueChanged(Secret secret) {
        return append(AuditType.SECRET_VALUE_CHANGED, secret,
                new SecretEvent.ValueChanged(secret.id(), secret.owner(), secret.version(), secret.epoch(), secret.sequence()));
    }

    Uni<Void> compromised(Secret secret) {
        return append(AuditType.SECRET_LEAK_REPORTED, secret,
                new SecretEvent.Compromised(secret.id(), secret.owner(), secret.version(), secret.epoch(), secret.sequence()));
    }

    Uni<Void> versionRestored(Secret secret) {
        return append(AuditType.SECRET_VERSION_RESTORED, secret,
                new SecretEvent.ValueChanged(secret.id(), secret.owner(), secret.version(), secret.epoch(), secret.sequence()));
    }

    /** Nobody else in the suite uses earlier versions, so there is no event. */
    Uni<Void> versionDestroyed(Secret secret) {
        return audit.record(happening(AuditType.SECRET_VERSION_DESTROYED, secret), originator.get());
    }

    /** By the service itself: a new value is due since {@code dueAt}. */
    Uni<Void> rotationDue(Secret secret, Instant dueAt) {
        var event = new SecretEvent.RotationDue(secret.id(), secret.owner(), secret.version(), secret.epoch(), secret.sequence(), dueAt);
        return outbox.append(event)
                .chain(() -> audit.record(happening(AuditType.SECRET_ROTATION_DUE, secret), Originator.itself(THIS_SERVICE)));
    }

    Uni<Void> purged(List<Secret> secrets) {
        return purged(secrets, originator.get());
    }

    /** By the service itself, because the time to undelete them is over. */
    Uni<Void> purgedWhenDue(List<Secret> secrets) {
        return purged(secrets, Originator.itself(THIS_SERVICE));
    }

    private Uni<Void> purged(List<Secret> secrets, Originator by) {
        return outbox.append(secrets.stream().map(SecretEvents::purged).toList())
                .chain(() -> audit.record(secrets.stream().map(secret -> happening(AuditType.SECRET_PURGED, secret)).toList(), by));
    }

    /** The last event of a secret: one above everything that was announced before. */
    private static SecretEvent purged(Secret secret) {
        return new SecretEvent.Purged(secret.id(), secret.owner(), secret.version(), secret.epoch(), secret.sequence() + 1);
    }

    Uni<Void> deleted(Secret secret) {
        return append(AuditType.SECRET_DELETED, secret, deletion(secret));
    }

    private static SecretEvent deletion(Secret secret) {
        return new SecretEvent.Deleted(secret.id(), secret.owner(), secret.version(), secret.epoch(), secret.sequence());
    }

    /** By the service itself: their owner's keys were destroyed. */
    Uni<Void> deletedWithTheirKeys(List<Secret> secrets) {
        return outbox.append(secrets.stream().map(SecretEvents::deletion).toList())
                .chain(() -> audit.record(secrets.stream()
                        .map(secret -> happening(AuditType.SECRET_DELETED, secret).because("keys-destroyed")).toList(),
                        Originator.itself(THIS_SERVICE)));
    }

    Uni<Void> undeleted(Secret secret) {
        return append(AuditType.SECRET_UNDELETED, secret,
                new SecretEvent.Undeleted(secret.id(), secret.owner(), secret.version(), secret.epoch(), secret.sequence()));
    }

    private Uni<Void> append(AuditType type, Secret secret, SecretEvent event) {
        return outbox.append(List.of(event, audit.event(happening(type, secret), originator.get())));
    }

    private static Happening happening(AuditType type, Secret secret) {
        var subject = new AuditRecord.Subject("secret", secret.id().text(), secret.labels().name().text());
        return Happening.success(type, subject, null, secret.owner());
    }

    private static String account(Labels labels) {
        return labels.account() == null ? null : labels.account().text();
    }
}
