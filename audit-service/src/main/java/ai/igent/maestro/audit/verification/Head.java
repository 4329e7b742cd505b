package ai.igent.maestro.audit.verification;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;

/** Where a chain says it ends. */
record Head(int partition, long sequence, byte[] hash) {
    static Head of(Row row) {
        return new Head(row.getInteger("partition"), row.getLong("sequence"), row.get(Buffer.class, "hash").getBytes());
    }
}
