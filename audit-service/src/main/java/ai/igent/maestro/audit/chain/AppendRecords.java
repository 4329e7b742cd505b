package ai.igent.maestro.audit.chain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.event.AuditAppended;
import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.outbox.Outbox;
import ai.igent.maestro.vocabulary.EventId;

/**
 * Appends records to a chain and publishes them, in one transaction. Idempotent by record id: what is in a chain already, or twice in the list,
 * is appended once.
 */
@ApplicationScoped
public class AppendRecords {
    private final ChainRepository chains;
    private final Outbox outbox;

    AppendRecords(ChainRepository chains, Outbox outbox) {
        this.chains = chains;
        this.outbox = outbox;
    }

    /** The head is locked before known records are looked up, so that a second writer sees what the first one appended. */
    @WithTransaction
    public Uni<Void> to(int partition, List<AuditRecord> records) {
        return chains.lockHead(partition)
                .chain(head -> chains.known(records.stream().map(AuditRecord::id).toList())
                        .map(known -> appendUnknown(head, records, known)))
                .call(chains::add)
                .chain(events -> outbox.append(published(events)));
    }

    private static List<AuditEvent> appendUnknown(ChainHead head, List<AuditRecord> records, Set<String> known) {
        Map<EventId, AuditRecord> unknown = new LinkedHashMap<>();
        for (AuditRecord each : records)
            if (!known.contains(each.id().text())) unknown.putIfAbsent(each.id(), each);
        return unknown.values().stream().map(head::append).toList();
    }

    private static List<AuditAppended> published(List<AuditEvent> events) {
        return events.stream().map(event -> event.published().orElseThrow()).toList();
    }
}
