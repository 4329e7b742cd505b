package ai.igent.maestro.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import ai.igent.maestro.contracts.event.AuditAppended;
import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.contracts.event.AuditRecorded;
import ai.igent.maestro.contracts.event.AuditRecordedTogether;
import ai.igent.maestro.contracts.event.BundleEvent;
import ai.igent.maestro.contracts.event.ConnectionEvent;
import ai.igent.maestro.contracts.event.MaestroEvent;
import ai.igent.maestro.contracts.event.SecretEvent;
import ai.igent.maestro.contracts.event.SessionEvent;
import ai.igent.maestro.vocabulary.Actor;
import ai.igent.maestro.vocabulary.ActorKind;
import ai.igent.maestro.vocabulary.AuditType;
import ai.igent.maestro.vocabulary.ConnectionId;
import ai.igent.maestro.vocabulary.DeliveryMode;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.EventId;
import ai.igent.maestro.vocabulary.Outcome;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.RequestId;
import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.vocabulary.Source;
import ai.igent.maestro.vocabulary.VariableName;

/** One event of every type. */
final class SampleEvents {
    private static final UUID UUID_7 = UUID.fromString("01980000-0000-7000-8000-000000000001");
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Owner ALICE = Owner.user("alice");
    private static final SecretId SECRET = SecretId.of(UUID_7);
    private static final ConnectionId CONNECTION = ConnectionId.of(UUID_7);
    private static final SessionId SESSION = SessionId.of(UUID_7);
    private static final VariableName VARIABLE = new VariableName("AWS_ACCESS_KEY_ID");
    private static final String HASH = "0".repeat(64);
    private static final AuditRecord RECORD = new AuditRecord(EventId.of(UUID_7), NOW, AuditType.SECRET_RELEASED,
            new Actor(ActorKind.SERVICE, "sandbox-injector"), new AuditRecord.Subject("secret", SECRET.text(), "AWS_ACCESS_KEY_ID"),
            SESSION, ALICE,
            Outcome.SUCCESS, null, new AuditRecord.Source("127.0.0.1", "curl/8"), null);

    private SampleEvents() {}

    static List<MaestroEvent> all() {
        return List.of(
                new SecretEvent.Registered(SECRET, ALICE, 1, 1, 1, "AWS_ACCESS_KEY_ID", VARIABLE, Environment.STAGING, "aws", "AWS_DEV"),
                new SecretEvent.Updated(SECRET, ALICE, 1, 1, 2, "AWS_ACCESS_KEY_ID", VARIABLE, null, null, null),
                new SecretEvent.ValueChanged(SECRET, ALICE, 2, 1, 3), new SecretEvent.Deleted(SECRET, ALICE, 2, 2, 4),
                new SecretEvent.Undeleted(SECRET, ALICE, 2, 2, 5), new SecretEvent.Compromised(SECRET, ALICE, 2, 3, 6),
                new SecretEvent.RotationDue(SECRET, ALICE, 2, 3, 7, NOW),
                new SecretEvent.Purged(SECRET, ALICE, 2, 4, 8),
                new ConnectionEvent.Connected(CONNECTION, ALICE, 1, 1, 1, "acme-accounts", NOW),
                new ConnectionEvent.Updated(CONNECTION, ALICE, 1, 1, 2), new ConnectionEvent.Refreshed(CONNECTION, ALICE, 2, 1, 3, null),
                new ConnectionEvent.ReauthorizationRequired(CONNECTION, ALICE, 2, 1, 4),
                new ConnectionEvent.Revoked(CONNECTION, ALICE, 2, 2, 5),
                new SessionEvent.Created(SESSION, 1, "alice", null, NOW),
                new SessionEvent.ActivationRequested(SESSION, 2, RequestId.of(UUID_7), "proposed"),
                new SessionEvent.ActivationsChanged(SESSION, 3, 1,
                        List.of(new SessionEvent.ActivationsChanged.Item(SECRET.text(), Source.VAULT, ALICE, 1, VARIABLE, SecretKind.ENV,
                                DeliveryMode.VALUE, NOW))),
                new SessionEvent.Ended(SESSION, 4, 2, "ended"), new SessionEvent.ReviewDue(SESSION, 4, 2, NOW),
                new BundleEvent.Applied(SESSION, 1),
                new BundleEvent.Failed(SESSION, 1, List.of(new BundleEvent.Failed.Failure(SECRET.text(), "epoch-changed"))),
                new AuditRecorded(RECORD), new AuditRecordedTogether(List.of(RECORD, RECORD)), new AuditAppended(RECORD, 3, 7, HASH, HASH));
    }
}
