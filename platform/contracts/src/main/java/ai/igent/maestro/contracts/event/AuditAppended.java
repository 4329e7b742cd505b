package ai.igent.maestro.contracts.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** The public form of a record: what was recorded and its place in the hash chain. Hashes are lower-case hexadecimal SHA-256. */
public record AuditAppended(@JsonUnwrapped AuditRecord record, int partition, long sequence, String previousHash, String hash)
        implements
            MaestroEvent {
    @Override
    public Topic topic() {
        return Topic.AUDIT;
    }

    @Override
    public String type() {
        return "audit.appended";
    }

    @Override
    public String key() {
        return Integer.toString(partition);
    }

    @Override
    public String subject() {
        return record.id().text();
    }
}
