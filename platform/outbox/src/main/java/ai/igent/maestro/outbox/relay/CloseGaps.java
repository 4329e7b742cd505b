package ai.igent.maestro.outbox.relay;

import jakarta.inject.Singleton;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

/** Forgets gaps in the log that nothing will ever stand in, because the transactions that got their positions rolled back. Any replica may do it. */
@Singleton
class CloseGaps {
    static final String END = """
            update outbox_gap set ended = true where not ended and not holders && array(select virtualtransaction from outbox_writer)""";
    static final String CLOSE = "delete from outbox_gap where ended and not exists (select from outbox_message where position between first and last)";

    private final Pool database;

    CloseGaps(Pool database) {
        this.database = database;
    }

    /** Two statements: only one that began after the transactions were seen to have ended sees all that they committed. */
    @Scheduled(every = "1m", delayed = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> close() {
        return database.query(END).execute().chain(() -> database.query(CLOSE).execute()).replaceWithVoid();
    }
}
