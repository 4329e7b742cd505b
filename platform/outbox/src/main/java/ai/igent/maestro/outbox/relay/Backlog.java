package ai.igent.maestro.outbox.relay;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

/** Shows how much waits for Kafka and for how long: {@code maestro.outbox.unsent} and {@code maestro.outbox.oldest.unsent} (seconds). */
@Startup
@Singleton
class Backlog {
    private static final String MEASURE = """
            select count(*) as unsent, coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as seconds
            from outbox_message""";

    private final Pool database;
    private volatile long unsent;
    private volatile double oldestSeconds;

    Backlog(Pool database, MeterRegistry metrics) {
        this.database = database;
        metrics.gauge("maestro.outbox.unsent", this, backlog -> backlog.unsent);
        metrics.gauge("maestro.outbox.oldest.unsent", this, backlog -> backlog.oldestSeconds);
    }

    @Scheduled(every = "10s", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return database.query(MEASURE).execute().invoke(this::take).replaceWithVoid();
    }

    private void take(RowSet<Row> measured) {
        Row row = measured.iterator().next();
        unsent = row.getLong("unsent");
        oldestSeconds = row.getDouble("seconds");
    }
}
