package ai.igent.maestro.audit.verification;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;

import ai.igent.maestro.audit.chain.SearchColumns;

/** An entry exactly as the database gives it, believed in nothing. */
record StoredRow(String id, int partition, long sequence, SearchColumns columns, byte[] content, byte[] previousHash, byte[] hash) {

    static StoredRow of(Row row) {
        var time = row.getOffsetDateTime("time");
        var columns = new SearchColumns(time.toInstant(), row.getString("type"), row.getString("actor_kind"), row.getString("actor_id"),
                row.getString("subject_kind"), row.getString("subject_id"), row.getString("session"), row.getString("owner"),
                row.getString("outcome"));
        return new StoredRow(row.getString("id"), row.getInteger("partition"), row.getLong("sequence"), columns, bytes(row, "content"),
                bytes(row, "previous_hash"), bytes(row, "hash"));
    }

    private static byte[] bytes(Row row, String column) {
        return row.get(Buffer.class, column).getBytes();
    }
}
