package ai.igent.maestro.outbox.relay;

import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;

/** Closes gaps as a service does, whenever a test says so. */
final class GapCloser implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final CloseGaps gaps;

    GapCloser(OutboxTable table) {
        gaps = new CloseGaps(Pool.newInstance(PgBuilder.pool().using(vertx).connectingTo(table.address()).build()));
    }

    void closeGaps() {
        gaps.close().await().indefinitely();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
