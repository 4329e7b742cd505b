package ai.igent.maestro.vault.secret;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;

/** The columns of a row, one after the other. What is null in the database is null. */
final class RowReader {
    private final Row row;
    private int next;

    RowReader(Row row) {
        this.row = row;
    }

    String text() {
        return row.getString(next++);
    }

    <W> W word(Function<String, W> parse) {
        String text = text();
        return text == null ? null : parse.apply(text);
    }

    List<String> texts() {
        return Arrays.asList(row.getArrayOfStrings(next++));
    }

    long number() {
        return row.getLong(next++);
    }

    UUID uuid() {
        return row.getUUID(next++);
    }

    byte[] bytes() {
        Buffer bytes = row.getBuffer(next++);
        return bytes == null ? null : bytes.getBytes();
    }

    Instant time() {
        OffsetDateTime time = row.getOffsetDateTime(next++);
        return time == null ? null : time.toInstant();
    }
}
