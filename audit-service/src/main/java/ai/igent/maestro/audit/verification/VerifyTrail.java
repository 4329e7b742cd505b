package ai.igent.maestro.audit.verification;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Reads the whole trail in one snapshot, so that heads and entries belong together while others append, and some rows at a time, so that
 * its size does not matter. Speaks SQL: a million entities would only be built to be thrown away.
 */
@ApplicationScoped
class VerifyTrail {
    private static final int ROWS_AT_A_TIME = 500;
    private static final String SNAPSHOT = "set transaction isolation level repeatable read, read only";
    private static final String HEADS = "select partition, sequence, hash from chain_head";
    private static final String ENTRIES = """
            select id, partition, sequence, time, type, actor_kind, actor_id, subject_kind, subject_id, session, owner, outcome,
                content, previous_hash, hash
            from audit_event order by partition, sequence""";

    private final Pool database;

    VerifyTrail(Pool database) {
        this.database = database;
    }

    Uni<Verification> now() {
        return database.withTransaction(connection -> connection.query(SNAPSHOT).execute()
                .chain(() -> heads(connection))
                .chain(heads -> check(connection, heads)));
    }

    private static Uni<List<Head>> heads(SqlConnection connection) {
        return connection.query(HEADS).execute().onItem().transformToMulti(RowSet::toMulti).map(Head::of).collect().asList();
    }

    private static Uni<Verification> check(SqlConnection connection, List<Head> heads) {
        return connection.prepare(ENTRIES)
                .onItem().transformToMulti(entries -> entries.createStream(ROWS_AT_A_TIME).toMulti())
                .map(StoredRow::of)
                .collect().in(() -> new TrailCheck(heads), TrailCheck::see)
                .map(TrailCheck::end);
    }
}
