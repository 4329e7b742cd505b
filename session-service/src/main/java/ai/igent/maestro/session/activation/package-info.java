/**
 * Activations: consent that something may be used in a session. Owns the active set of a session, its one lock, and every way into and out of it.
 *
 * <p>Every change takes the same road: lock the session's row, let end what is due by the database's clock, change the set, raise the revision,
 * and commit rows, events and audit records together.
 */
package ai.igent.maestro.session.activation;
