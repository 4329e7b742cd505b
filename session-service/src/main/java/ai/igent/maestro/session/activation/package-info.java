/**
 * Activations: consent that something may be used in a session. Owns the active set of a session, its one lock, its seal, and every way into and out
 * of it.
 *
 * <p>Every change takes the same road: lock the session's row, check the set's seal, let end what is due by the database's clock, change the set, raise
 * the revision, seal it, and commit rows, events and audit records together. A set whose seal is broken was not made by this service: all of it ends.
 */
package ai.igent.maestro.session.activation;
