package ai.igent.maestro.outbox;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.event.MaestroEvent;
import ai.igent.maestro.database.Change;
import ai.igent.maestro.database.Statements;
import ai.igent.maestro.outbox.relay.WakeUp;
import ai.igent.maestro.vocabulary.EventId;
import ai.igent.maestro.vocabulary.IdSource;

/**
 * Commits events in one statement: those that tell of no change in this database, such as the record of something that is about to leave, many of them,
 * of many callers; and those of changes that are one statement themselves. What tells of any other change belongs into the change's own transaction:
 * {@link Outbox}.
 */
@ApplicationScoped
public class CommitEvents {
    private static final String INSERT = """
            insert into outbox_message (event_id, topic, key, type, subject, sequence, time, traceparent, data)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::timestamptz[], $8::text[], $9::text[])""";

    private final Statements statements;
    private final IdSource ids;
    private final Clock clock;
    private final WakeUp relay;

    CommitEvents(Statements statements, IdSource ids, Clock clock, WakeUp relay) {
        this.statements = statements;
        this.ids = ids;
        this.clock = clock;
        this.relay = relay;
    }

    /** Call it where the trace that the event belongs to is current. */
    public PreparedEvent prepare(MaestroEvent event) {
        return new PreparedEvent(OutboxRow.of(EventId.of(ids.next()), event, clock.instant(), TraceParent.current()));
    }

    /** Once this has succeeded all of them are committed, in this order; if it fails, none is. */
    public Uni<Void> of(List<PreparedEvent> events) {
        return events.isEmpty() ? Uni.createFrom().voidItem() : with(List.of(), events);
    }

    /** Once this has succeeded, the changes are committed with the events that tell of them; if it fails, nothing is. */
    public Uni<Void> with(List<Change> changes, List<PreparedEvent> events) {
        List<Change> all = new ArrayList<>(changes);
        all.add(new Change(INSERT, columns(events.stream().map(PreparedEvent::row).toList())));
        return statements.commit(all).invoke(relay::ring);
    }

    private static List<Object> columns(List<OutboxRow> rows) {
        return List.of(
                texts(rows, row -> row.eventId().text()), texts(rows, OutboxRow::topic), texts(rows, OutboxRow::key),
                texts(rows, OutboxRow::type), texts(rows, OutboxRow::subject), rows.stream().map(OutboxRow::sequence).toArray(Long[]::new),
                rows.stream().map(row -> time(row)).toArray(OffsetDateTime[]::new), texts(rows, OutboxRow::traceparent),
                texts(rows, OutboxRow::data));
    }

    private static OffsetDateTime time(OutboxRow row) {
        return row.time().atOffset(ZoneOffset.UTC);
    }

    private static String[] texts(List<OutboxRow> rows, Function<OutboxRow, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
