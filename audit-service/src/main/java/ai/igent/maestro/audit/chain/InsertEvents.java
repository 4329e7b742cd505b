package ai.igent.maestro.audit.chain;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;

/** One statement for any number of entries, given column by column. */
final class InsertEvents {
    static final String STATEMENT = """
            insert into audit_event (id, partition, sequence, time, type, actor_kind, actor_id, subject_kind, subject_id, session, owner, outcome,
                content, previous_hash, hash)
            select * from unnest($1::text[], $2::integer[], $3::bigint[], $4::timestamptz[], $5::text[], $6::text[], $7::text[], $8::text[],
                $9::text[], $10::text[], $11::text[], $12::text[], $13::bytea[], $14::bytea[], $15::bytea[])""";

    private InsertEvents() {}

    static Tuple parameters(List<AuditEvent> events) {
        return Tuple.from(List.of(texts(events, AuditEvent::id), events.stream().map(AuditEvent::partition).toArray(Integer[]::new),
                events.stream().map(AuditEvent::sequence).toArray(Long[]::new), times(events),
                searched(events, SearchColumns::type), searched(events, SearchColumns::actorKind), searched(events, SearchColumns::actorId),
                searched(events, SearchColumns::subjectKind), searched(events, SearchColumns::subjectId),
                searched(events, SearchColumns::session), searched(events, SearchColumns::owner), searched(events, SearchColumns::outcome),
                bytes(events, AuditEvent::content), bytes(events, AuditEvent::previousHash), bytes(events, AuditEvent::hash)));
    }

    private static OffsetDateTime[] times(List<AuditEvent> events) {
        return events.stream().map(each -> each.time().atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
    }

    private static String[] searched(List<AuditEvent> events, Function<SearchColumns, String> column) {
        return texts(events, each -> column.apply(each.columns()));
    }

    private static String[] texts(List<AuditEvent> events, Function<AuditEvent, String> column) {
        return events.stream().map(column).toArray(String[]::new);
    }

    private static Buffer[] bytes(List<AuditEvent> events, Function<AuditEvent, byte[]> column) {
        return events.stream().map(each -> Buffer.buffer(column.apply(each))).toArray(Buffer[]::new);
    }
}
