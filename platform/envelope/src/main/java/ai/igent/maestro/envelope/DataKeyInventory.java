package ai.igent.maestro.envelope;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.Owner;

/**
 * The data keys this service stores, in bulk, for whoever looks after them. Asks only the database: what is said to be inside a transaction takes part
 * in the caller's, the rest opens its own session. Destroyed keys are in none of the answers unless it says so.
 */
public interface DataKeyInventory {
    /** How many keys were wrapped by an older version of the wrapping key than {@code version}. */
    Uni<Long> countWrappedBefore(int version);

    /** At most {@code count} of those, in the order of their ids, after {@code after} or from the first one on. */
    Uni<List<WrappedDataKey>> wrappedBefore(int version, Optional<DataKeyId> after, int count);

    /** The oldest version of the wrapping key that a stored key was wrapped by; empty when there is no key. */
    Uni<Optional<Integer>> oldestVersion();

    /** Inside a transaction: stores {@code rewrapped} in place of {@code stored}, unless that changed meanwhile, which answers false. */
    Uni<Boolean> replace(WrappedDataKey stored, WrappedDataKey rewrapped);

    /** The first current key that was made before {@code time}, of the owners whose text comes after {@code owner}; empty text: of all. */
    Uni<Optional<WrappedDataKey>> nextCurrent(Instant time, String owner);

    /** The current key of {@code owner}, if it was made before {@code time}. */
    Uni<Optional<WrappedDataKey>> currentMadeBefore(Instant time, Owner owner);

    /** Inside a transaction: destroys every key of {@code owner}, and answers how many the owner has or had. At once and for every replica. */
    Uni<Long> destroy(Owner owner);

    /** At most {@code count} keys retired or destroyed before {@code time}, those first that were retired first. */
    Uni<List<DataKeyId>> retiredBefore(Instant time, int count);

    /** Inside a transaction: deletes keys; fails when something refers to one of them. */
    Uni<Void> delete(List<DataKeyId> retired);
}
