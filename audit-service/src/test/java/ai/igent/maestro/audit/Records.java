package ai.igent.maestro.audit;

import java.time.Instant;
import java.util.UUID;

import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.vocabulary.Actor;
import ai.igent.maestro.vocabulary.ActorKind;
import ai.igent.maestro.vocabulary.AuditType;
import ai.igent.maestro.vocabulary.EventId;
import ai.igent.maestro.vocabulary.Outcome;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.vocabulary.SessionId;

/** Records in the making: one that is plausible, changed where a test cares. */
public record Records(AuditType type, Actor actor, AuditRecord.Subject subject, SessionId session, Owner owner, Outcome outcome,
        Instant time) {
    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06.123456Z");

    /** The release of a secret of this user, by the injector, outside any session. */
    public static Records release(String user) {
        return new Records(AuditType.SECRET_RELEASED, new Actor(ActorKind.SERVICE, "sandbox-injector"),
                secretSubject(SecretId.of(UUID.randomUUID())), null, Owner.user(user), Outcome.SUCCESS, NOW);
    }

    /** That the platform made a session for this user. */
    public static Records sessionCreated(String user, SessionId session) {
        return new Records(AuditType.SESSION_CREATED, new Actor(ActorKind.PLATFORM, "platform"),
                new AuditRecord.Subject("session", session.text(), null), session, Owner.user(user), Outcome.SUCCESS, NOW);
    }

    public static AuditRecord.Subject secretSubject(SecretId secret) {
        return new AuditRecord.Subject("secret", secret.text(), "AWS_ACCESS_KEY_ID");
    }

    public Records of(AuditType another) {
        return new Records(another, actor, subject, session, owner, outcome, time);
    }

    public Records by(ActorKind kind, String id) {
        return new Records(type, new Actor(kind, id), subject, session, owner, outcome, time);
    }

    public Records about(SecretId secret) {
        return new Records(type, actor, secretSubject(secret), session, owner, outcome, time);
    }

    public Records in(SessionId another) {
        return new Records(type, actor, subject, another, owner, outcome, time);
    }

    public Records ownedBy(Owner another) {
        return new Records(type, actor, subject, session, another, outcome, time);
    }

    public Records withOutcome(Outcome another) {
        return new Records(type, actor, subject, session, owner, another, time);
    }

    public Records at(Instant another) {
        return new Records(type, actor, subject, session, owner, outcome, another);
    }

    public AuditRecord made() {
        return new AuditRecord(EventId.of(UUID.randomUUID()), time, type, actor, subject, session, owner, outcome, null,
                new AuditRecord.Source("127.0.0.1", "curl/8"), null);
    }
}
