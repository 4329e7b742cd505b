/**
 * Events that leave exactly when their state was committed: appended in the caller's transaction, carried to Kafka afterwards.
 *
 * <p>Owns the tables {@code outbox_message} and {@code processed_event} of every service, the only Kafka producer, and the CloudEvents form. A
 * message is sent at least once, in order within its topic and key. Sent rows stay for a while, so that clearing their {@code sent_at} sends
 * them again. Refuses to append without a transaction.
 */
package ai.igent.maestro.outbox;
