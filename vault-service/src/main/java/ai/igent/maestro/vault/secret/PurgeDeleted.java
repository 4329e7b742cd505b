package ai.igent.maestro.vault.secret;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Destroys what was deleted so long ago that it cannot be undeleted any more. Each batch is one transaction with its events and records: after a crash
 * the rest is still there to be found. Replicas pass over each other's batches.
 */
@ApplicationScoped
class PurgeDeleted {
    private static final int BATCH = 100;

    private final SecretRepository secrets;
    private final EraseSecrets eraseSecrets;
    private final SecretEvents events;
    private final Clock clock;

    PurgeDeleted(SecretRepository secrets, EraseSecrets eraseSecrets, SecretEvents events, Clock clock) {
        this.secrets = secrets;
        this.eraseSecrets = eraseSecrets;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> all() {
        return Multi.createBy().repeating().uni(this::batch).whilst(purged -> purged == BATCH).collect().last().replaceWithVoid();
    }

    @WithTransaction
    Uni<Integer> batch() {
        return secrets.lockDeletedBefore(clock.instant().minus(Secret.UNDELETE_WITHIN), BATCH).call(this::purge).map(List::size);
    }

    private Uni<Void> purge(List<Secret> due) {
        return events.purgedWhenDue(due).chain(() -> eraseSecrets.of(due));
    }
}
