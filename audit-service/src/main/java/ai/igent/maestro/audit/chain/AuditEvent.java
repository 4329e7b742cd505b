package ai.igent.maestro.audit.chain;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import ai.igent.maestro.contracts.event.AuditAppended;
import ai.igent.maestro.contracts.event.AuditRecord;

/** An entry of a chain. Never changes. */
@Entity
@Immutable
@Table(name = "audit_event")
public class AuditEvent {
    @Id
    private String id;
    private int partition;
    private long sequence;
    @Embedded
    private SearchColumns columns;
    private byte[] content;
    private byte[] previousHash;
    private byte[] hash;

    protected AuditEvent() {}

    /** The entry that {@code auditRecord} becomes after {@code head}. */
    AuditEvent(AuditRecord auditRecord, ChainHead head) {
        id = auditRecord.id().text();
        partition = head.partition();
        sequence = head.sequence() + 1;
        columns = SearchColumns.of(auditRecord);
        content = RecordBytes.of(auditRecord);
        previousHash = head.hash();
        hash = ChainHash.of(previousHash, partition, sequence, content);
    }

    public String id() {
        return id;
    }

    public Instant time() {
        return columns.time();
    }

    int partition() {
        return partition;
    }

    long sequence() {
        return sequence;
    }

    SearchColumns columns() {
        return columns;
    }

    byte[] content() {
        return content.clone();
    }

    byte[] previousHash() {
        return previousHash.clone();
    }

    byte[] hash() {
        return hash.clone();
    }

    /** The entry as others see it; empty when its content was changed so that it is no record any more, which verification reports. */
    public Optional<AuditAppended> published() {
        return RecordBytes.read(content).map(read -> new AuditAppended(read, partition, sequence, hex(previousHash), hex(hash)));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
