package ai.igent.maestro.envelope;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Has the key service wrap data keys with the newest version of the wrapping key, some at once. Stores nothing; never inside a transaction. */
@ApplicationScoped
public class RewrapKeys {
    private static final int AT_ONCE = 8;

    private final DataKeys keys;

    RewrapKeys(DataKeys keys) {
        this.keys = keys;
    }

    /** In any order. Fails with {@link EnvelopeFailure.KeysUnavailable} as a whole. */
    public Uni<List<Rewrapped>> of(List<WrappedDataKey> stored) {
        return Multi.createFrom().iterable(stored).onItem().transformToUni(this::of).merge(AT_ONCE).collect().asList();
    }

    private Uni<Rewrapped> of(WrappedDataKey stored) {
        return keys.rewrap(stored).map(fresh -> new Rewrapped(stored, Optional.of(fresh)))
                .onFailure(EnvelopeFailure.SealBroken.class).recoverWithItem(() -> new Rewrapped(stored, Optional.empty()));
    }

    /** {@code fresh} is empty when {@code stored} does not open. */
    public record Rewrapped(WrappedDataKey stored, Optional<WrappedDataKey> fresh) {}
}
