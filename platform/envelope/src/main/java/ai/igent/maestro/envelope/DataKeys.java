package ai.igent.maestro.envelope;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.Owner;

/**
 * The key service: makes data keys and unwraps them. Both may be remote calls, so neither belongs inside a database transaction.
 *
 * <p>Every key handed out is the caller's own: the caller closes it, which wipes it. Failures: {@link EnvelopeFailure.SealBroken} when the wrapped
 * key was changed, moved to another owner or id, or wrapped by another key service; {@link EnvelopeFailure.KeysUnavailable} when the key service
 * cannot be asked now. Both methods may be repeated; a key that was created and never stored is lost without harm.
 */
public interface DataKeys {
    /** A new random key for {@code owner}, not stored anywhere yet. */
    Uni<DataKey> create(Owner owner);

    Uni<DataKey> unwrap(WrappedDataKey wrapped);
}
