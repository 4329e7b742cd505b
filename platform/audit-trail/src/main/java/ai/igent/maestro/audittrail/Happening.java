package ai.igent.maestro.audittrail;

import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.vocabulary.AuditType;
import ai.igent.maestro.vocabulary.Outcome;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SessionId;

/** Something to put on record. {@code reason} is a code word or null, never free text. */
public record Happening(AuditType type, AuditRecord.Subject subject, SessionId session, Owner owner, Outcome outcome, String reason) {
    public static Happening success(AuditType type, AuditRecord.Subject subject, SessionId session, Owner owner) {
        return new Happening(type, subject, session, owner, Outcome.SUCCESS, null);
    }

    public Happening because(String code) {
        return new Happening(type, subject, session, owner, outcome, code);
    }

    public Happening ending(Outcome other) {
        return new Happening(type, subject, session, owner, other, reason);
    }
}
