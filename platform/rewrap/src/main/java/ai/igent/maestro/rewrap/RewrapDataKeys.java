package ai.igent.maestro.rewrap;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.envelope.DataKeyId;
import ai.igent.maestro.envelope.DataKeyInventory;
import ai.igent.maestro.envelope.RewrapKeys;
import ai.igent.maestro.envelope.RewrapKeys.Rewrapped;
import ai.igent.maestro.envelope.WrappedDataKey;
import ai.igent.maestro.envelope.WrappingKey;

/**
 * Wraps every stored data key that an older version wrapped anew. A batch is wrapped first, by the key service; then its rows are exchanged in one
 * transaction with the record of it, each only if it is still the one that was read: replicas may do it at once, and a crash leaves the rest to be found.
 */
@ApplicationScoped
class RewrapDataKeys {
    private static final Logger LOG = Logger.getLogger(RewrapDataKeys.class);
    private static final int BATCH = 100;

    private final DataKeyInventory inventory;
    private final RewrapKeys rewrapKeys;
    private final WrappingKey wrappingKey;
    private final RewrapRecords records;
    private final Set<DataKeyId> knownBroken = ConcurrentHashMap.newKeySet();

    RewrapDataKeys(DataKeyInventory inventory, RewrapKeys rewrapKeys, WrappingKey wrappingKey, RewrapRecords records) {
        this.inventory = inventory;
        this.rewrapKeys = rewrapKeys;
        this.wrappingKey = wrappingKey;
        this.records = records;
    }

    @Scheduled(every = "{maestro.rewrap.every}", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return all().onFailure().invoke(away -> LOG.warnf("data keys cannot be wrapped anew now: %s", away.getClass().getName()))
                .onFailure().recoverWithNull();
    }

    Uni<Void> all() {
        return wrappingKey.newestVersion().chain(newest -> from(newest, Optional.empty()));
    }

    private Uni<Void> from(int newest, Optional<DataKeyId> after) {
        return inventory.wrappedBefore(newest, after, BATCH).chain(found -> found.isEmpty()
                ? Uni.createFrom().voidItem()
                : rewrapKeys.of(found).chain(this::exchange).chain(() -> from(newest, Optional.of(found.getLast().id()))));
    }

    @WithTransaction
    Uni<Void> exchange(List<Rewrapped> rewrapped) {
        return Multi.createFrom().iterable(rewrapped).onItem().transformToUniAndConcatenate(this::replaced).collect().asList()
                .map(replaced -> replaced.stream().filter(Boolean::booleanValue).count())
                .chain(count -> records.rewrapped(count))
                .chain(() -> records.broken(newlyBroken(rewrapped)));
    }

    private Uni<Boolean> replaced(Rewrapped one) {
        return one.fresh().map(fresh -> inventory.replace(one.stored(), fresh)).orElseGet(() -> Uni.createFrom().item(false));
    }

    /** Each is told once by each replica: it is found again every time. */
    private List<WrappedDataKey> newlyBroken(List<Rewrapped> rewrapped) {
        return rewrapped.stream().filter(one -> one.fresh().isEmpty()).map(Rewrapped::stored).filter(key -> knownBroken.add(key.id()))
                .toList();
    }
}
