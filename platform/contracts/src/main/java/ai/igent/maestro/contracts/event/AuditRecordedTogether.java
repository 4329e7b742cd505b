package ai.igent.maestro.contracts.event;

import java.util.List;

/** Hands several audit records of one key to the audit-service, in their order: what was put on record at once. Says no more than each of them sent alone. */
public record AuditRecordedTogether(List<AuditRecord> records) implements MaestroEvent {
    /** @throws IllegalArgumentException when there is none */
    public AuditRecordedTogether {
        if (records.isEmpty()) throw new IllegalArgumentException("no records");
        records = List.copyOf(records);
    }

    @Override
    public Topic topic() {
        return Topic.AUDIT_RECORDS;
    }

    @Override
    public String type() {
        return "audit.recorded-together";
    }

    @Override
    public String key() {
        return new AuditRecorded(records.getFirst()).key();
    }

    @Override
    public String subject() {
        return records.getFirst().id().text();
    }

    /** As with {@link AuditRecorded}. */
    @Override
    public long sequence() {
        return 0;
    }
}
