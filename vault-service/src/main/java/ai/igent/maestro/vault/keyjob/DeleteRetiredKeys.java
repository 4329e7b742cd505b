package ai.igent.maestro.vault.keyjob;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.envelope.DataKeyId;
import ai.igent.maestro.envelope.DataKeyInventory;
import ai.igent.maestro.vault.secret.ResealSecrets;

/** Deletes retired data keys that nothing is sealed under, some time after they were retired. */
@ApplicationScoped
class DeleteRetiredKeys {
    private static final int BATCH = 1000;

    private final DataKeyInventory inventory;
    private final ResealSecrets resealSecrets;
    private final KeyJobConfig config;
    private final Clock clock;

    DeleteRetiredKeys(DataKeyInventory inventory, ResealSecrets resealSecrets, KeyJobConfig config, Clock clock) {
        this.inventory = inventory;
        this.resealSecrets = resealSecrets;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "3m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> some() {
        return inventory.retiredBefore(clock.instant().minus(config.keepRetired()), BATCH)
                .chain(resealSecrets::unused)
                .chain(this::delete);
    }

    /** The foreign keys refuse it should something be sealed under one of them after all. */
    @WithTransaction
    Uni<Void> delete(List<DataKeyId> unused) {
        return unused.isEmpty() ? Uni.createFrom().voidItem() : inventory.delete(unused);
    }
}
