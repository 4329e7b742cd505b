package ai.igent.maestro.envelope;

import java.util.Optional;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.Owner;

/** Where wrapped data keys are kept. An owner has at most one current key; retired ones stay until nothing is sealed under them. */
interface DataKeyStore {
    /** The key new values of {@code owner} are sealed under, if there is one yet. */
    Uni<Optional<WrappedDataKey>> current(Owner owner);

    Uni<Optional<WrappedDataKey>> find(DataKeyId id);

    /** Makes {@code key} its owner's current one unless there is one already; that one then stays. Safe to call concurrently and again. */
    Uni<Void> offer(WrappedDataKey key);
}
