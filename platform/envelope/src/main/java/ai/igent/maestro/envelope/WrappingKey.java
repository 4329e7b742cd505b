package ai.igent.maestro.envelope;

import io.smallrye.mutiny.Uni;

/**
 * The key of the key service that wraps data keys. It has versions, counted from 1: the newest wraps, older ones go on unwrapping what they wrapped.
 *
 * <p>Both may be remote calls, so neither belongs inside a database transaction. They fail with {@link EnvelopeFailure.KeysUnavailable} when the key
 * service cannot be asked now.
 */
public interface WrappingKey {
    /** As the key service says now, another process may have rotated. */
    Uni<Integer> newestVersion();

    /** Adds a version and answers its number. Repeating it adds another one, which does no harm. */
    Uni<Integer> rotate();
}
