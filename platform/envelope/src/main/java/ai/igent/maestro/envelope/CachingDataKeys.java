package ai.igent.maestro.envelope;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.Owner;

/**
 * Keeps a bounded number of unwrapped keys for a bounded time, so that the key service is asked once per owner and cache life instead of once per
 * value, however many callers there are at once. Callers get copies to close; the cache's own is wiped when it leaves the cache. A hit needs the
 * whole wrapped key to be the same: a row whose owner or ciphertext was changed is not answered from memory.
 */
final class CachingDataKeys implements DataKeys {
    private final DataKeys keys;
    private final Cache<DataKeyId, DataKey> unwrapped;
    private final Map<WrappedDataKey, Uni<Void>> underWay = new ConcurrentHashMap<>();

    CachingDataKeys(DataKeys keys, int size, Duration life, Clock clock) {
        this.keys = keys;
        this.unwrapped = Caffeine.newBuilder()
                .maximumSize(size)
                .expireAfterWrite(life)
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                .scheduler(Scheduler.systemScheduler())
                .executor(Runnable::run)
                .removalListener(CachingDataKeys::wipe)
                .build();
    }

    @Override
    public Uni<DataKey> create(Owner owner) {
        return keys.create(owner).invoke(this::keep);
    }

    @Override
    public Uni<DataKey> unwrap(WrappedDataKey wrapped) {
        return held(wrapped).map(Uni.createFrom()::item)
                .orElseGet(() -> CallersContext.kept(asked(wrapped)).chain(() -> answered(wrapped)));
    }

    /** Callers who miss the same key at once wait for one answer. */
    private Uni<Void> asked(WrappedDataKey wrapped) {
        return underWay.computeIfAbsent(wrapped, key -> keys.unwrap(key).invoke(this::hand).replaceWithVoid()
                .onTermination().invoke(() -> underWay.remove(key)).memoize().indefinitely());
    }

    /** A cache too small or too short-lived to hold the key until here is no help, and no harm either. */
    private Uni<DataKey> answered(WrappedDataKey wrapped) {
        return held(wrapped).map(Uni.createFrom()::item).orElseGet(() -> keys.unwrap(wrapped));
    }

    private void hand(DataKey key) {
        try (key) {
            keep(key);
        }
    }

    @Override
    public Uni<WrappedDataKey> rewrap(WrappedDataKey wrapped) {
        return keys.rewrap(wrapped);
    }

    private Optional<DataKey> held(WrappedDataKey wrapped) {
        return Optional.ofNullable(unwrapped.getIfPresent(wrapped.id()))
                .filter(key -> key.wrapped().equals(wrapped))
                .flatMap(DataKey::copy);
    }

    private void keep(DataKey key) {
        key.copy().ifPresent(copy -> unwrapped.put(key.wrapped().id(), copy));
    }

    private static void wipe(DataKeyId id, DataKey key, RemovalCause cause) {
        key.close();
    }
}
