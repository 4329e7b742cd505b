/**
 * How a service takes events: parsed once, applied once, in one transaction, with patience while a dependency is away.
 *
 * <p>A consumer is a method with {@code @Incoming("<channel>")} that hands its record to {@link ai.igent.maestro.outbox.inbox.Inbox}. Its channel
 * is configured like this; an event nobody can ever apply goes to the consumer's own dead-letter topic and does not hold up the next:
 *
 * <pre>
 * mp.messaging.incoming.[channel].connector=smallrye-kafka
 * mp.messaging.incoming.[channel].topic=secrets.v1
 * mp.messaging.incoming.[channel].group.id=session-service
 * mp.messaging.incoming.[channel].auto.offset.reset=earliest
 * mp.messaging.incoming.[channel].session.timeout.ms=10000
 * mp.messaging.incoming.[channel].cloud-events=false
 * mp.messaging.incoming.[channel].throttled.unprocessed-record-max-age.ms=0
 * mp.messaging.incoming.[channel].failure-strategy=dead-letter-queue
 * mp.messaging.incoming.[channel].dead-letter-queue.topic=secrets.v1.session-service.dead-letter
 * </pre>
 *
 * {@code session.timeout.ms} is how long a group waits for a consumer that was killed. {@code cloud-events=false} because the envelope is
 * read here, where a broken one is a dead letter and not a dead channel. The age limit is off because waiting for PostgreSQL is no reason to
 * give up.
 */
package ai.igent.maestro.outbox.inbox;
