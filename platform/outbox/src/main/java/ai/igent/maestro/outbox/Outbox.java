package ai.igent.maestro.outbox;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.action.spi.AfterTransactionCompletionProcess;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.session.ReactiveSession;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.event.MaestroEvent;
import ai.igent.maestro.outbox.relay.WakeUp;
import ai.igent.maestro.vocabulary.EventId;
import ai.igent.maestro.vocabulary.IdSource;

/**
 * Appends events to the caller's transaction: they are sent if it commits and never existed if it does not.
 *
 * <p>Must be called inside a Hibernate Reactive transaction; fails with {@link IllegalStateException} otherwise. Does not wait for Kafka.
 */
@ApplicationScoped
public class Outbox {
    /** One statement whatever the number of events; ids follow the order of the list. */
    private static final String INSERT = """
            insert into outbox_message (event_id, topic, key, type, subject, sequence, time, traceparent, data)
            select event_id, topic, key, type, subject, sequence, time, traceparent, data
            from rows from (jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as (event_id text, topic text, key text, type text, subject text,
                sequence bigint, time timestamptz, traceparent text, data text)) with ordinality
                as event (event_id, topic, key, type, subject, sequence, time, traceparent, data, place)
            order by place""";

    private final IdSource ids;
    private final Clock clock;
    private final WakeUp relay;

    Outbox(IdSource ids, Clock clock, WakeUp relay) {
        this.ids = ids;
        this.clock = clock;
        this.relay = relay;
    }

    public Uni<Void> append(MaestroEvent event) {
        return append(List.of(event));
    }

    /** Appends all of them, in this order. */
    public Uni<Void> append(List<? extends MaestroEvent> events) {
        if (events.isEmpty()) return Uni.createFrom().voidItem();
        return Uni.createFrom().deferred(Panache::getSession)
                .onFailure(IllegalStateException.class).transform(noSession -> outsideTransaction())
                .invoke(Outbox::requireTransaction)
                .call(session -> insert(session, events))
                .invoke(this::wakeRelayAfterCommit)
                .replaceWithVoid();
    }

    private static void requireTransaction(Mutiny.Session session) {
        if (session.currentTransaction() == null) throw outsideTransaction();
    }

    private static IllegalStateException outsideTransaction() {
        return new IllegalStateException("events are appended inside the transaction that they tell about; there is none");
    }

    private Uni<Integer> insert(Mutiny.Session session, List<? extends MaestroEvent> events) {
        var rows = events.stream().map(this::row).toList();
        return session.createNativeQuery(INSERT).setParameter("rows", EventJson.write(rows)).executeUpdate();
    }

    private OutboxRow row(MaestroEvent event) {
        return OutboxRow.of(EventId.of(ids.next()), event, clock.instant(), TraceParent.current());
    }

    /** Hibernate Reactive offers this hook only to its own classes; without it, every event would wait for the relay's next poll. */
    private void wakeRelayAfterCommit(Mutiny.Session session) {
        AfterTransactionCompletionProcess wake = (committed, owner) -> {
            if (committed) relay.ring();
        };
        ((MutinySessionImpl) session).unwrap(ReactiveSession.class).getReactiveActionQueue().registerProcess(wake);
    }
}
