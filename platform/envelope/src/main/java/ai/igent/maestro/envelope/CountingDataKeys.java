package ai.igent.maestro.envelope;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.Owner;

/** Counts what is really asked of the key service, by operation: {@code maestro.key.service.calls}. */
final class CountingDataKeys implements DataKeys {
    private final DataKeys keys;
    private final Counter created;
    private final Counter unwrapped;
    private final Counter rewrapped;

    CountingDataKeys(DataKeys keys, MeterRegistry metrics) {
        this.keys = keys;
        this.created = counter(metrics, "create");
        this.unwrapped = counter(metrics, "unwrap");
        this.rewrapped = counter(metrics, "rewrap");
    }

    private static Counter counter(MeterRegistry metrics, String operation) {
        return metrics.counter("maestro.key.service.calls", "operation", operation);
    }

    @Override
    public Uni<DataKey> create(Owner owner) {
        return keys.create(owner).onSubscription().invoke(() -> created.increment());
    }

    @Override
    public Uni<DataKey> unwrap(WrappedDataKey wrapped) {
        return keys.unwrap(wrapped).onSubscription().invoke(() -> unwrapped.increment());
    }

    @Override
    public Uni<WrappedDataKey> rewrap(WrappedDataKey wrapped) {
        return keys.rewrap(wrapped).onSubscription().invoke(() -> rewrapped.increment());
    }
}
