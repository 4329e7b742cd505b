package ai.igent.maestro.audit.chain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SessionId;

/** The parts of a record that are searched, as they stand in columns: text, and a time as exact as PostgreSQL keeps it. */
@Embeddable
public record SearchColumns(@Column(name = "time") Instant time, @Column(name = "type") String type,
        @Column(name = "actor_kind") String actorKind, @Column(name = "actor_id") String actorId,
        @Column(name = "subject_kind") String subjectKind, @Column(name = "subject_id") String subjectId,
        @Column(name = "session") String session, @Column(name = "owner") String owner, @Column(name = "outcome") String outcome) {

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
