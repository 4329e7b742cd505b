package ai.igent.maestro.outbox.relay;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
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
    private final Pool database;
    private final String measure;
    private volatile long unsent;
    private volatile double oldestSeconds;

    Backlog(Pool database, @All List<UnsentEvents> places, MeterRegistry metrics) {
        this.database = database;
        this.measure = places.stream().map(UnsentEvents::backlog).collect(Collectors.joining(" union all ",
                "select sum(unsent)::bigint as unsent, max(seconds) as seconds from (", ") as place"));
        metrics.gauge("maestro.outbox.unsent", this, backlog -> backlog.unsent);
        metrics.gauge("maestro.outbox.oldest.unsent", this, backlog -> backlog.oldestSeconds);
    }

    @Scheduled(every = "10s", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return database.query(measure).execute().invoke(this::take).replaceWithVoid();
    }

    private void take(RowSet<Row> measured) {
        Row row = measured.iterator().next();
        unsent = row.getLong("unsent");
        oldestSeconds = row.getDouble("seconds");
    }
}
