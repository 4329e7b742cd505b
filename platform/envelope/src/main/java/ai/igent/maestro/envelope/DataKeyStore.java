package ai.igent.maestro.envelope;

import java.util.List;
import java.util.Optional;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.Owner;

/** Where wrapped data keys are kept. An owner has at most one current key; retired ones stay until nothing is sealed under them. */
interface DataKeyStore {
    /** The key new values of {@code owner} are sealed under, if there is one yet. */
    Uni<Optional<WrappedDataKey>> current(Owner owner);

    /** Fails with {@link EnvelopeFailure.KeyDestroyed} when it was. */
    Uni<Optional<WrappedDataKey>> find(DataKeyId id);

    /** The retired keys of {@code owner} that were not destroyed, the one retired last first. */
    Uni<List<WrappedDataKey>> retired(Owner owner);

    /** Makes {@code key} its owner's current one unless there is one already; that one then stays. Safe to call concurrently and again. */
    Uni<Void> offer(WrappedDataKey key);

    /** Retires {@code old} and makes {@code next} its owner's current key, or does nothing when {@code old} is not current any more. */
    Uni<Void> succeed(WrappedDataKey old, WrappedDataKey next);
}
