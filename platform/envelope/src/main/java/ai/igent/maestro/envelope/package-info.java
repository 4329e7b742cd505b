/**
 * Envelope encryption: one data key per owner, wrapped by a key this suite never sees unwrapped outside its key service, and values sealed under it.
 *
 * <p>Owns the algorithms, the formats of what is stored, the {@code data_key} table each service keeps in its own database, and how long an
 * unwrapped key stays in memory. Knows nothing of what the values mean. Callers go through {@link OwnerKeys} for a key and {@link Sealer} for its
 * use.
 */
package ai.igent.maestro.envelope;
