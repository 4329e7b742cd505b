/**
 * Carries events to Kafka, from the outbox tables and from wherever else they wait ({@link ai.igent.maestro.outbox.relay.UnsentEvents}): one relay per service, elected by an advisory lock of its database.
 *
 * <p>Runs on a thread of its own with blocking drivers, because it has one thing to do at a time and must never share a fate with requests. The
 * connection that holds the lock is the one that reads and marks rows: whoever lost the lock can mark nothing.
 */
package ai.igent.maestro.outbox.relay;
