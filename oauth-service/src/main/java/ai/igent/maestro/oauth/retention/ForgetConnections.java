package ai.igent.maestro.oauth.retention;

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

/** Deletes connections that are of no use any more, in {@link Batches}. Replicas may do it at the same time. */
@ApplicationScoped
class ForgetConnections {
    private final Statements statements;
    private final RetentionConfig config;
    private final Clock clock;

    ForgetConnections(Statements statements, RetentionConfig config, Clock clock) {
        this.statements = statements;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "{maestro.oauth.retention.every}", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> revoked() {
        return all(OldConnections.REVOKED, config.revoked());
    }

    @Scheduled(every = "{maestro.oauth.retention.every}", delayed = "3m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> pending() {
        return all(OldConnections.PENDING, config.pending());
    }

    private Uni<Void> all(OldConnections connections, Duration stay) {
        return Batches.untilNotFull(OldConnections.MOST, () -> some(connections, stay));
    }

    /** @return how many were deleted; fewer than {@link OldConnections#MOST} when there are no more for now */
    Uni<Integer> some(OldConnections connections, Duration stay) {
        return statements.execute(connections.sql(), Tuple.of(clock.instant().minus(stay).atOffset(ZoneOffset.UTC)))
                .map(SqlResult::rowCount);
    }
}
