package ai.igent.maestro.audit.chain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.persistence.Embeddable;

import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SessionId;

/** The parts of a record that are searched, as they stand in columns: text, and a time as exact as PostgreSQL keeps it. */
@Embeddable
public record SearchColumns(Instant time, String type, String actorKind, String actorId, String subjectKind, String subjectId,
        String session, String owner, String outcome) {

    public static SearchColumns of(AuditRecord it) {
        return new SearchColumns(it.time().truncatedTo(ChronoUnit.MICROS), it.type().text(), it.actor().kind().text(), it.actor().id(),
                it.subject().kind(), it.subject().id(), text(it.session()), text(it.owner()), it.outcome().text());
    }

    private static String text(SessionId session) {
        return session == null ? null : session.text();
    }

    private static String text(Owner owner) {
        return owner == null ? null : owner.text();
    }
}
