package ai.igent.maestro.audit.chain;

import java.util.ArrayList;
import java.util.List;

import ai.igent.maestro.contracts.event.AuditRecord;

/** Entries that are about to be appended, each bound to the one before. */
final class Links {
    private final List<AuditEvent> events = new ArrayList<>();
    private ChainHead head;

    /** {@code head}: of the chain that they are for, while its lock is held. */
    Links(ChainHead head) {
        this.head = head;
    }

    void add(AuditRecord auditRecord) {
        var event = new AuditEvent(auditRecord, head);
        events.add(event);
        head = ChainHead.at(event);
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    List<AuditEvent> events() {
        return events;
    }

    /** Where the chain ends once they are in it. */
    ChainHead head() {
        return head;
    }
}
