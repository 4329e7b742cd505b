package ai.igent.maestro.audit.chain;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import ai.igent.maestro.contracts.event.AuditRecord;

/** Heads and entries in the database. Every record of the whole suite passes here, so one statement takes as many as there are. */
@ApplicationScoped
class ChainRepository {
    private static final String LOCK = "select sequence, hash from chain_head where partition = $1 for update";
    private static final String BEGIN = "insert into chain_head (partition, sequence, hash) values ($1, 0, $2) on conflict do nothing";
    private static final String MOVE = "update chain_head set sequence = $2, hash = $3 where partition = $1";
    private static final String KNOWN = "select id from audit_event where id = any($1)";

    /** The head of a chain, locked until the transaction ends; a chain begins when it is first asked for. */
    Uni<ChainHead> lockHead(SqlConnection connection, int partition) {
        return lock(connection, partition)
                .onItem().ifNull().switchTo(() -> begin(connection, partition).chain(() -> lock(connection, partition)));
    }

    private static Uni<ChainHead> lock(SqlConnection connection, int partition) {
        return connection.preparedQuery(LOCK).execute(Tuple.of(partition))
                .map(rows -> rows.size() == 0 ? null : head(partition, rows.iterator().next()));
    }

    private static ChainHead head(int partition, Row row) {
        return new ChainHead(partition, row.getLong("sequence"), row.getBuffer("hash").getBytes());
    }

    private static Uni<RowSet<Row>> begin(SqlConnection connection, int partition) {
        return connection.preparedQuery(BEGIN).execute(Tuple.of(partition, Buffer.buffer(ChainHash.genesis())));
    }

    /** Those of the ids of {@code records} that are in a chain already. */
    Uni<Set<String>> known(SqlConnection connection, List<AuditRecord> records) {
        String[] ids = records.stream().map(each -> each.id().text()).toArray(String[]::new);
        return connection.preparedQuery(KNOWN).execute(Tuple.of(ids))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(row -> row.getString("id")).collect(Collectors.toSet()));
    }

    /** Adds them and moves the head that is locked. */
    Uni<Void> add(SqlConnection connection, Links links) {
        var head = links.head();
        return connection.preparedQuery(InsertEvents.STATEMENT).execute(InsertEvents.parameters(links.events()))
                .chain(() -> connection.preparedQuery(MOVE)
                        .execute(Tuple.of(head.partition(), head.sequence(), Buffer.buffer(head.hash()))))
                .replaceWithVoid();
    }
}
