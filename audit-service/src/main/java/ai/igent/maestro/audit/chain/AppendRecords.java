package ai.igent.maestro.audit.chain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.outbox.relay.WakeUp;

/**
 * Appends records to a chain, in one transaction; from there they are published ({@code ai.igent.maestro.audit.publication}). Idempotent by record
 * id: what is in a chain already, or twice in the list, is appended once.
 */
@ApplicationScoped
public class AppendRecords {
    private final Pool database;
    private final ChainRepository chains;
    private final WakeUp relay;

    AppendRecords(Pool database, ChainRepository chains, WakeUp relay) {
        this.database = database;
        this.chains = chains;
        this.relay = relay;
    }

    public Uni<Void> to(int partition, List<AuditRecord> records) {
        return database.withTransaction(connection -> append(connection, partition, records)).invoke(relay::ringSoon);
    }

    /** The head is locked before known records are looked up, so that a second writer sees what the first one appended. */
    private Uni<Void> append(SqlConnection connection, int partition, List<AuditRecord> records) {
        return chains.lockHead(connection, partition)
                .chain(head -> chains.known(connection, records).map(known -> linked(head, records, known)))
                .chain(links -> links.isEmpty() ? Uni.createFrom().voidItem() : chains.add(connection, links));
    }

    private static Links linked(ChainHead head, List<AuditRecord> records, Set<String> known) {
        var links = new Links(head);
        Set<String> seen = new HashSet<>(known);
        for (AuditRecord each : records)
            if (seen.add(each.id().text())) links.add(each);
        return links;
    }
}
