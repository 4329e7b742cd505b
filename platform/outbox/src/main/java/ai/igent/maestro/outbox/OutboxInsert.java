package ai.igent.maestro.outbox;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/** One statement whatever the number of events; their ids follow the order of the list. */
final class OutboxInsert {
    static final String STATEMENT = """
            insert into outbox_message (event_id, topic, key, type, subject, sequence, time, traceparent, data)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::timestamptz[], $8::text[], $9::text[])""";

    private OutboxInsert() {}

    static List<Object> parameters(List<PreparedEvent> events) {
        List<OutboxRow> rows = events.stream().map(PreparedEvent::row).toList();
        return List.of(
                texts(rows, row -> row.eventId().text()), texts(rows, OutboxRow::topic), texts(rows, OutboxRow::key),
                texts(rows, OutboxRow::type), texts(rows, OutboxRow::subject), rows.stream().map(OutboxRow::sequence).toArray(Long[]::new),
                rows.stream().map(OutboxInsert::time).toArray(OffsetDateTime[]::new), texts(rows, OutboxRow::traceparent),
                texts(rows, OutboxRow::data));
    }

    private static OffsetDateTime time(OutboxRow row) {
        return row.time().atOffset(ZoneOffset.UTC);
    }

    private static String[] texts(List<OutboxRow> rows, Function<OutboxRow, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
