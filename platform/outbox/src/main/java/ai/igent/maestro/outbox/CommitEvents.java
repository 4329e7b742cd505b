package ai.igent.maestro.outbox;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

import ai.igent.maestro.contracts.event.MaestroEvent;
import ai.igent.maestro.outbox.relay.WakeUp;
import ai.igent.maestro.vocabulary.EventId;
import ai.igent.maestro.vocabulary.IdSource;

/**
 * Events of statements that are written by hand: many of them, of many callers, in one statement. Who changes something through entities uses
 * {@link Outbox}.
 *
 * <p>Nobody waits for these events as people wait for a change, and there are many of them, so they are sent in company: within the relay's
 * {@code gather-for}.
 */
@ApplicationScoped
public class CommitEvents {
    private final Pool database;
    private final IdSource ids;
    private final Clock clock;
    private final WakeUp relay;

    CommitEvents(Pool database, IdSource ids, Clock clock, WakeUp relay) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.relay = relay;
    }

    /** Call it where the trace that the event belongs to is current. */
    public PreparedEvent prepare(MaestroEvent event) {
        return new PreparedEvent(OutboxRow.of(EventId.of(ids.next()), event, clock.instant(), TraceParent.current()));
    }

    /**
     * Commits events that tell of no change in this database, such as the record of something that is about to leave. Once this has succeeded all of
     * them are committed, in this order; if it fails, none is.
     */
    public Uni<Void> of(List<PreparedEvent> events) {
        if (events.isEmpty()) return Uni.createFrom().voidItem();
        return database.preparedQuery(OutboxInsert.STATEMENT).execute(OutboxInsert.parameters(events))
                .invoke(relay::ringSoon).replaceWithVoid();
    }

    /** Appends events, in this order, to the transaction that {@code connection} is in: they are sent if it commits and never existed if it does not. */
    public Uni<Void> within(SqlConnection connection, List<PreparedEvent> events) {
        if (events.isEmpty()) return Uni.createFrom().voidItem();
        return connection.preparedQuery(OutboxInsert.STATEMENT).execute(OutboxInsert.parameters(events))
                .invoke(() -> connection.getDelegate().transaction().completion().onSuccess(committed -> relay.ringSoon()))
                .replaceWithVoid();
    }
}
