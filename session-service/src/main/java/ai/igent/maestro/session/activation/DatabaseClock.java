package ai.igent.maestro.session.activation;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** The database's clock: the one all replicas agree on, so that none of them lets consent live longer than another. */
@ApplicationScoped
class DatabaseClock {
    /** Not the transaction's start: time spent waiting for a lock counts. As HQL, whose plan is made once: that of a native query is made every time. */
    private static final String NOW = "select function('clock_timestamp' as Instant)";

    Uni<Instant> now() {
        return Panache.getSession().chain(session -> session.createQuery(NOW, Instant.class).getSingleResult());
    }
}
