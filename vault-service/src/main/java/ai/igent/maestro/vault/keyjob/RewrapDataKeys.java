package ai.igent.maestro.vault.keyjob;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.envelope.DataKeyId;
import ai.igent.maestro.envelope.DataKeyInventory;
import ai.igent.maestro.envelope.RewrapKeys;
import ai.igent.maestro.envelope.RewrapKeys.Rewrapped;
import ai.igent.maestro.envelope.WrappedDataKey;
import ai.igent.maestro.envelope.WrappingKey;
import ai.igent.maestro.vocabulary.AuditType;

/**
 * Wraps every data key with the newest version of the wrapping key. A batch is wrapped first, by the key service; then its rows are exchanged in one
 * transaction, each only if it is still the one that was read.
 */
@ApplicationScoped
class RewrapDataKeys implements KeyWork {
    private static final int BATCH = 100;

    private final DataKeyInventory inventory;
    private final RewrapKeys rewrapKeys;
    private final WrappingKey wrappingKey;
    private final KeyJobProgress progress;
    private final KeyJobRecords records;

    RewrapDataKeys(DataKeyInventory inventory, RewrapKeys rewrapKeys, WrappingKey wrappingKey, KeyJobProgress progress,
            KeyJobRecords records) {
        this.inventory = inventory;
        this.rewrapKeys = rewrapKeys;
        this.wrappingKey = wrappingKey;
        this.progress = progress;
        this.records = records;
    }

    @Override
    public KeyJobKind kind() {
        return KeyJobKind.REWRAP;
    }

    @Override
    public Uni<KeyJob.Extent> measure(KeyJob job) {
        return wrappingKey.newestVersion()
                .chain(newest -> inventory.countWrappedBefore(newest).map(total -> new KeyJob.Extent(total, newest)));
    }

    @Override
    public Uni<Boolean> step(KeyJob job) {
        return inventory.wrappedBefore(job.newestVersion, after(job), BATCH)
                .chain(found -> found.isEmpty() ? Uni.createFrom().item(false) : rewrap(job, found).replaceWith(true));
    }

    private static Optional<DataKeyId> after(KeyJob job) {
        return Optional.of(job.after).filter(id -> !id.isEmpty()).map(UUID::fromString).map(DataKeyId::new);
    }

    private Uni<Void> rewrap(KeyJob job, List<WrappedDataKey> stored) {
        String last = stored.getLast().id().value().toString();
        return rewrapKeys.of(stored).chain(rewrapped -> exchange(job, rewrapped, last));
    }

    @WithTransaction
    Uni<Void> exchange(KeyJob job, List<Rewrapped> rewrapped, String last) {
        List<Rewrapped> fresh = rewrapped.stream().filter(one -> one.fresh().isPresent()).toList();
        List<Rewrapped> broken = rewrapped.stream().filter(one -> one.fresh().isEmpty()).toList();
        return Multi.createFrom().iterable(fresh)
                .onItem().transformToUniAndConcatenate(one -> inventory.replace(one.stored(), one.fresh().orElseThrow()))
                .collect().last()
                .chain(() -> leaveBehind(job, broken))
                .chain(() -> progress.store(job, row -> {
                    row.did(fresh.size(), last);
                    row.leftBehind(broken.size(), last);
                }));
    }

    private Uni<Void> leaveBehind(KeyJob job, List<Rewrapped> broken) {
        return Multi.createFrom().iterable(broken)
                .onItem().transformToUniAndConcatenate(one -> leaveBehind(job, one.stored()))
                .collect().last().replaceWithVoid();
    }

    private Uni<Void> leaveBehind(KeyJob job, WrappedDataKey broken) {
        return progress.leaveBehind(job, List.of(broken.id().value().toString()), "broken")
                .chain(left -> records.leftBehind(AuditType.DATA_KEY_REWRAPPED, "data-key", left, broken.owner()));
    }
}
