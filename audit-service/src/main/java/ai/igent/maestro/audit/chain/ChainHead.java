package ai.igent.maestro.audit.chain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import ai.igent.maestro.contracts.event.AuditRecord;

/** The end of one chain. Only who holds the lock of its row may append. */
@Entity
@Table(name = "chain_head")
class ChainHead {
    @Id
    private int partition;
    private long sequence;
    private byte[] hash;

    protected ChainHead() {}

    /** Appends {@code auditRecord}: the new entry is the head from now on. */
    AuditEvent append(AuditRecord auditRecord) {
        var event = new AuditEvent(auditRecord, this);
        sequence = event.sequence();
        hash = event.hash();
        return event;
    }

    int partition() {
        return partition;
    }

    long sequence() {
        return sequence;
    }

    byte[] hash() {
        return hash.clone();
    }
}
