package ai.igent.maestro.session.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;

import ai.igent.maestro.database.Batches;
import ai.igent.maestro.database.Statements;

/**
 * Deletes what is over for long, in {@link Batches}. Any number of replicas may do it at the same time. What cannot be deleted of one kind holds up no other.
 */
@ApplicationScoped
class ForgetOldRows {
    private final Statements statements;
    private final RetentionConfig config;
    private final Clock clock;

    ForgetOldRows(Statements statements, RetentionConfig config, Clock clock) {
        this.statements = statements;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "{maestro.session.retention.every}", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sessions() {
        return all(OldRows.SESSIONS, config.ended());
    }

    @Scheduled(every = "{maestro.session.retention.every}", delayed = "3m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> consents() {
        return all(OldRows.CONSENTS, config.ended());
    }

    @Scheduled(every = "{maestro.session.retention.every}", delayed = "4m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> requests() {
        return all(OldRows.REQUESTS, config.spent());
    }

    @Scheduled(every = "{maestro.session.retention.every}", delayed = "5m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> codes() {
        return all(OldRows.CODES, config.spent());
    }

    private Uni<Void> all(OldRows rows, Duration stay) {
        return Batches.untilNotFull(rows.most(), () -> some(rows, stay));
    }

    /** @return how many were deleted; fewer than a batch when there are no more for now */
    Uni<Integer> some(OldRows rows, Duration stay) {
        return statements.execute(rows.sql(), Tuple.of(clock.instant().minus(stay).atOffset(ZoneOffset.UTC))).map(SqlResult::rowCount);
    }
}
