package ai.igent.maestro.outbox;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.event.MaestroEvent;
import ai.igent.maestro.database.Change;
import ai.igent.maestro.database.Statements;
import ai.igent.maestro.outbox.relay.WakeUp;
import ai.igent.maestro.vocabulary.EventId;
import ai.igent.maestro.vocabulary.IdSource;

/**
 * Events of statements that are written by hand: many of them, of many callers, in one statement. Who changes something through entities uses
 * {@link Outbox}.
 *
 * <p>Nobody waits for these events as people wait for a change, and there are many of them, so they are sent in company: within the relay's
 * {@code gather-for}. Audit records of one key go as one event.
 */
@ApplicationScoped
public class CommitEvents {
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
        return new PreparedEvent(EventId.of(ids.next()), event, clock.instant(), TraceParent.current());
    }

    /**
     * Commits events that tell of no change in this database, such as the record of something that is about to leave. Once this has succeeded all of
     * them are committed, those of one key and trace in this order; if it fails, none is.
     */
    public Uni<Void> of(List<PreparedEvent> events) {
        if (events.isEmpty()) return Uni.createFrom().voidItem();
        return with(List.of(), events);
    }

    /** Commits {@code changes} with the events that tell of them, of which there is at least one, in one statement. If it fails, nothing is stored. */
    public Uni<Void> with(List<Change> changes, List<PreparedEvent> events) {
        List<Change> all = new ArrayList<>(changes);
        all.add(new Change(OutboxInsert.STATEMENT, OutboxInsert.parameters(RecordsTogether.of(events))));
        return statements.commit(all).invoke(relay::ringSoon);
    }
}
