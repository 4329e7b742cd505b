package ai.igent.maestro.contracts.event;

import com.fasterxml.jackson.annotation.JsonValue;

/** Hands an audit record to the audit-service. Keyed by owner, else by session, else by subject, so that one chain stays in order. */
public record AuditRecorded(@JsonValue AuditRecord record) implements MaestroEvent {
    @Override
    public Topic topic() {
        return Topic.AUDIT_RECORDS;
    }

    @Override
    public String type() {
        return "audit.recorded";
    }

    @Override
    public String key() {
        if (record.owner() != null) return record.owner().text();
        return record.session() != null ? record.session().text() : record.subject().id();
    }

    @Override
    public String subject() {
        return record.id().text();
    }

    /** Records are told apart by their id; they do not supersede each other. */
    @Override
    public long sequence() {
        return 0;
    }
}
