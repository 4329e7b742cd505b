package ai.igent.maestro.vault.keyjob;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vault.secret.DeleteDestroyed;

/** Deletes the secrets of an owner whose data keys were destroyed, a batch and its events in one transaction. */
@ApplicationScoped
class DeleteSecretsOfDestroyedKeys implements KeyWork {
    private static final int BATCH = 100;

    private final DeleteDestroyed deleteDestroyed;
    private final KeyJobProgress progress;

    DeleteSecretsOfDestroyedKeys(DeleteDestroyed deleteDestroyed, KeyJobProgress progress) {
        this.deleteDestroyed = deleteDestroyed;
        this.progress = progress;
    }

    @Override
    public KeyJobKind kind() {
        return KeyJobKind.DESTROY;
    }

    @Override
    public Uni<KeyJob.Extent> measure(KeyJob job) {
        return deleteDestroyed.due(job.owner).map(KeyJob.Extent::of);
    }

    @Override
    @WithTransaction
    public Uni<Boolean> step(KeyJob job) {
        return deleteDestroyed.some(job.owner, job.after, BATCH)
                .call(deleted -> deleted.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : progress.store(job, row -> row.did(deleted.size(), deleted.getLast())))
                .map(deleted -> deleted.size() == BATCH);
    }
}
