package ai.igent.maestro.envelope;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.Owner;

/**
 * The data keys of owners: loads, unwraps, and creates the first one. May ask the key service over the network, so it is called before a
 * transaction, never inside one. Failures are those of {@link DataKeys}.
 *
 * <p>Every use reads the stored row: a key that was destroyed is unusable at once, on every replica, whatever is still cached.
 */
@ApplicationScoped
public class OwnerKeys {
    private final DataKeyStore store;
    private final DataKeys keys;

    OwnerKeys(DataKeyStore store, DataKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /** The owner's current key, made now if there is none. The caller closes it. Concurrent first calls all get the one that was stored. */
    public Uni<DataKey> of(Owner owner) {
        return store.current(owner).chain(found -> found.map(keys::unwrap).orElseGet(() -> first(owner)));
    }

    /**
     * The key that something stored was sealed under. The caller closes it.
     *
     * @return fails with {@link EnvelopeFailure.KeyDestroyed} when it was destroyed, with {@link EnvelopeFailure.KeyGone} when it is not stored or is
     * another owner's
     */
    public Uni<DataKey> of(Owner owner, DataKeyId id) {
        return store.find(id).chain(found -> unwrap(found.filter(key -> key.owner().equals(owner))));
    }

    /** Lends the owner's current key to {@code use} and wipes it afterwards. */
    public <R> Uni<R> with(Owner owner, Function<DataKey, R> use) {
        return of(owner).map(key -> lend(key, use));
    }

    /** Lends the key something was sealed under to {@code use} and wipes it afterwards. */
    public <R> Uni<R> with(Owner owner, DataKeyId id, Function<DataKey, R> use) {
        return of(owner, id).map(key -> lend(key, use));
    }

    /** Lends the owner's current key for as long as {@code use} takes and wipes it then, however it ended. */
    public <R> Uni<R> during(Owner owner, Function<DataKey, Uni<R>> use) {
        return of(owner).chain(key -> lendDuring(key, use));
    }

    /** Lends the key something was sealed under for as long as {@code use} takes and wipes it then, however it ended. */
    public <R> Uni<R> during(Owner owner, DataKeyId id, Function<DataKey, Uni<R>> use) {
        return of(owner, id).chain(key -> lendDuring(key, use));
    }

    /**
     * Lends every key of the owner that was not destroyed, the current one first, for as long as {@code use} takes and wipes them then, however it
     * ended. There is more than one while values are moved to a new key. A retired one that does not unwrap is left out.
     */
    public <R> Uni<R> duringEvery(Owner owner, Function<List<DataKey>, Uni<R>> use) {
        return of(owner).chain(current -> store.retired(owner).onFailure().invoke(current::close)
                .chain(retired -> lendEach(current, retired, use)));
    }

    private <R> Uni<R> lendEach(DataKey current, List<WrappedDataKey> retired, Function<List<DataKey>, Uni<R>> use) {
        List<DataKey> lent = new ArrayList<>(List.of(current));
        return Multi.createFrom().iterable(retired)
                .onItem().transformToUniAndConcatenate(this::unwrapIfItDoes)
                .invoke(lent::add).collect().asList()
                .chain(() -> use.apply(List.copyOf(lent)))
                .onTermination().invoke(() -> lent.forEach(DataKey::close));
    }

    /** Completes with null, which the caller's stream skips, when it does not. */
    private Uni<DataKey> unwrapIfItDoes(WrappedDataKey wrapped) {
        return keys.unwrap(wrapped).onFailure(EnvelopeFailure.SealBroken.class).recoverWithNull();
    }

    /** Lends every key of the owner to {@code use}, the current one first, and wipes them afterwards. */
    public <R> Uni<List<R>> withEvery(Owner owner, Function<DataKey, R> use) {
        return duringEvery(owner, keys -> Uni.createFrom().item(() -> keys.stream().map(use).toList()));
    }

    /**
     * Gives the owner of {@code old} a new current key and retires {@code old}, which goes on opening what was sealed under it. Does nothing when
     * {@code old} is not current any more.
     */
    public Uni<Void> renew(WrappedDataKey old) {
        return keys.create(old.owner())
                .chain(created -> store.succeed(old, created.wrapped()).onTermination().invoke(created::close));
    }

    private static <R> Uni<R> lendDuring(DataKey key, Function<DataKey, Uni<R>> use) {
        return Uni.createFrom().deferred(() -> use.apply(key)).onTermination().invoke(key::close);
    }

    private static <R> R lend(DataKey key, Function<DataKey, R> use) {
        try (key) {
            return use.apply(key);
        }
    }

    private Uni<DataKey> first(Owner owner) {
        return keys.create(owner).chain(created -> settle(owner, created));
    }

    /** Another caller may have stored a key meanwhile: what the store says is what everyone uses. */
    private Uni<DataKey> settle(Owner owner, DataKey created) {
        return store.offer(created.wrapped())
                .chain(() -> store.current(owner))
                .onTermination().invoke(created::close)
                .chain(this::unwrap);
    }

    private Uni<DataKey> unwrap(Optional<WrappedDataKey> found) {
        return found.map(keys::unwrap).orElseGet(() -> Uni.createFrom().failure(EnvelopeFailure.KeyGone::new));
    }
}
