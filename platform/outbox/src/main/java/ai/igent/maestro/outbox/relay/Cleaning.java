package ai.igent.maestro.outbox.relay;

import java.time.Duration;

import jakarta.inject.Singleton;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;

import ai.igent.maestro.database.Batches;

/** Deletes rows that nobody will ask for again, in {@link Batches}. Any replica may do it. */
@Singleton
class Cleaning {
    private static final int AT_ONCE = 5_000;
    /** Looks at the oldest only. What is old and unsent stays, and so does what is behind as many of such. */
    private static final String SENT = """
            delete from outbox_message where position in (
                select position from (select position, created_at from outbox_message order by position limit $2) as oldest
                where created_at < now() - make_interval(secs => $1) and position <= (select passed from outbox_progress)
                and not exists (select from outbox_gap where position between first and last))""";
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
        return Batches.untilNotFull(AT_ONCE, () -> delete(SENT, config.keepSent()))
                .chain(() -> Batches.untilNotFull(AT_ONCE, () -> delete(PROCESSED, config.keepProcessed())));
    }

    private Uni<Integer> delete(String some, Duration olderThan) {
        return database.preparedQuery(some).execute(Tuple.of((double) olderThan.toSeconds(), AT_ONCE)).map(SqlResult::rowCount);
    }
}
