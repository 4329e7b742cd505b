/**
 * Looking after keys: rotating the key that wraps data keys, wrapping data keys anew, moving secrets to new data keys, and destroying an owner's keys.
 *
 * <p>Each is a job in the background: a row that survives whoever works on it. A replica takes a due job for the length of a lease, does it in steps,
 * and stores with each step how far it is, in the transaction of the step itself. Another replica goes on from there when the lease was not renewed;
 * the fence keeps the first one from storing anything then. Knows no value; moving one is the work of {@code secret}.
 */
package ai.igent.maestro.vault.keyjob;
