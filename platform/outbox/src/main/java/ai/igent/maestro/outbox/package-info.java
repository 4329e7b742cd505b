/**
 * Events that leave exactly when their state was committed: appended in the caller's transaction, carried to Kafka afterwards.
 *
 * <p>Owns the tables {@code outbox_message}, {@code outbox_progress}, {@code outbox_gap} and {@code processed_event} of every service, the only Kafka producer, and the CloudEvents form. A
 * message is sent at least once, in order within its topic and key. What was sent stays where it is for a while and
 * can be sent again. What a service keeps in order itself may be sent from where it stands: {@link ai.igent.maestro.outbox.relay.UnsentEvents}.
 * Refuses to append without a transaction.
 */
package ai.igent.maestro.outbox;
