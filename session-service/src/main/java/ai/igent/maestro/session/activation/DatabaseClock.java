package ai.igent.maestro.session.activation;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** The database's clock: the one all replicas agree on, so that none of them lets consent live longer than another. */
@ApplicationScoped
class DatabaseClock {
    /** Not the transaction's start: time spent waiting for a lock counts. */
    private static final String NOW = "select clock_timestamp()";

    Uni<Instant> now() {
        return Panache.getSession().chain(session -> session.createNativeQuery(NOW, Instant.class).getSingleResult());
    }
}
