package ai.igent.maestro.session.session;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * The database's clock: the one all replicas agree on, so that none of them lets consent, a session or a code live longer than another, whatever
 * their machines' clocks say. Belongs into a transaction.
 */
@ApplicationScoped
public class DatabaseClock {
    /** Not the transaction's start: time spent waiting for a lock counts. As HQL, whose plan is made once: that of a native query is made every time. */
    private static final String NOW = "select function('clock_timestamp' as Instant)";

    public Uni<Instant> now() {
        return Panache.getSession().chain(session -> session.createQuery(NOW, Instant.class).getSingleResult());
    }
}
