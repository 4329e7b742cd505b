package ai.igent.maestro.vault.keyjob;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.envelope.DataKeyInventory;
import ai.igent.maestro.vocabulary.Owner;

/**
 * Destroys an owner's data keys, and with them every value of the owner, at once: whatever a replica still has in memory, it reads the key's row before
 * each use. What is left of the secrets is deleted by a job, which tells whoever holds on to them. Repeating it does no harm.
 */
@ApplicationScoped
class DestroyOwnerKeys {
    private final DataKeyInventory keys;
    private final RequestKeyJob requestKeyJob;
    private final KeyJobRecords records;

    DestroyOwnerKeys(DataKeyInventory keys, RequestKeyJob requestKeyJob, KeyJobRecords records) {
        this.keys = keys;
        this.requestKeyJob = requestKeyJob;
        this.records = records;
    }

    /** Fails with {@link KeyJobFailure.NotFound} when the owner never had a key here. */
    @WithTransaction
    Uni<KeyJob> of(Owner owner) {
        return keys.destroy(owner)
                .invoke(DestroyOwnerKeys::requireSome)
                .chain(() -> records.destroyed(owner))
                .chain(() -> requestKeyJob.orUnfinished(KeyJobKind.DESTROY, owner));
    }

    private static void requireSome(long keys) {
        if (keys == 0) throw new KeyJobFailure.NotFound();
    }
}
