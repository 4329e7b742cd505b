package ai.igent.maestro.envelope;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.Owner;

/**
 * The key service: makes data keys, unwraps them, and wraps them anew. Each may be a remote call, so none belongs inside a database transaction.
 *
 * <p>Every key handed out is the caller's own: the caller closes it, which wipes it. Failures: {@link EnvelopeFailure.SealBroken} when the wrapped
 * key was changed, moved to another owner or id, or wrapped by another key service; {@link EnvelopeFailure.KeysUnavailable} when the key service
 * cannot be asked now. Every method may be repeated; a key that was created and never stored is lost without harm.
 */
public interface DataKeys {
    /** A new random key for {@code owner}, not stored anywhere yet. */
    Uni<DataKey> create(Owner owner);

    Uni<DataKey> unwrap(WrappedDataKey wrapped);

    /**
     * The same key, of the same id and owner, wrapped by the newest version of the wrapping key. It is not shown on the way: a remote key service
     * does this on its own side. {@code wrapped} stays as good as it was until the wrapping key's version is taken out of use.
     */
    Uni<WrappedDataKey> rewrap(WrappedDataKey wrapped);
}
