package ai.igent.maestro.outbox.inbox;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.EventId;

/** Remembers which events were applied, in the transaction that applies them. */
@ApplicationScoped
public class ProcessedEvents {
    private static final String REMEMBER = "insert into processed_event (event_id) values (:id) on conflict do nothing";

    /**
     * Runs {@code application} unless this event was applied before; if both happen at once, the second waits for the first. Must be called
     * inside a transaction, which both belong to.
     */
    public Uni<Void> once(EventId id, Supplier<Uni<Void>> application) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REMEMBER).setParameter("id", id.text()).executeUpdate())
                .chain(remembered -> remembered == 1 ? application.get() : Uni.createFrom().voidItem());
    }
}
