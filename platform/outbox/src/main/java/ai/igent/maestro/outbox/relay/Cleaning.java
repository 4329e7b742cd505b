package ai.igent.maestro.outbox.relay;

import java.time.Duration;

import jakarta.inject.Singleton;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** Deletes rows that nobody will ask for again, some at a time so that no lock is held for long. Any replica may do it. */
@Singleton
class Cleaning {
    private static final int AT_ONCE = 5_000;
    private static final String SENT = """
            delete from outbox_sent where ctid in
            (select ctid from outbox_sent where sent_at < now() - make_interval(secs => $1) limit $2 for update skip locked)""";
    private static final String PROCESSED = """
            delete from processed_event where event_id in
            (select event_id from processed_event where processed_at < now() - make_interval(secs => $1) limit $2 for update skip locked)""";

    private final Pool database;
    private final OutboxConfig config;

    Cleaning(Pool database, OutboxConfig config) {
        this.database = database;
        this.config = config;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> clean() {
        return deleteAll(SENT, config.keepSent()).chain(() -> deleteAll(PROCESSED, config.keepProcessed()));
    }

    private Uni<Void> deleteAll(String some, Duration olderThan) {
        return database.preparedQuery(some).execute(Tuple.of((double) olderThan.toSeconds(), AT_ONCE))
                .chain(deleted -> deleted.rowCount() < AT_ONCE ? Uni.createFrom().voidItem() : deleteAll(some, olderThan));
    }
}
