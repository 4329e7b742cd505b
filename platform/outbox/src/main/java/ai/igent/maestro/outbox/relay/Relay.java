package ai.igent.maestro.outbox.relay;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jboss.logging.Logger;

/**
 * Carries messages until it is interrupted, through every loss of PostgreSQL or Kafka.
 *
 * <pre>
 * connecting --> waiting for the lock --> draining <--> idle (until rung for a change, the others have gathered, or the poll interval)
 *      ^                 |                   |
 *      +---- connection lost <---------------+   Kafka failing: draining again after a growing pause
 * </pre>
 *
 * A message is marked after its acknowledgement, so a crash in between sends it again with the same event id.
 */
final class Relay implements Runnable {
    private static final Logger LOG = Logger.getLogger(Relay.class);

    private final RelayConnections connections;
    private final List<UnsentEvents> places;
    private final Publisher publisher;
    private final WakeUp wakeUp;
    private final OutboxConfig config;
    private final Backoff backoff;

    /** @param places where unsent events are, in the order in which they are asked */
    Relay(RelayConnections connections, List<UnsentEvents> places, Publisher publisher, WakeUp wakeUp, OutboxConfig config) {
        this.connections = connections;
        this.places = places;
        this.publisher = publisher;
        this.wakeUp = wakeUp;
        this.config = config;
        this.backoff = new Backoff(config.retryAfter(), config.retryAtMostEvery());
    }

    @Override
    public void run() {
        try (publisher) {
            while (true) {
                connectAndRelay();
                Thread.sleep(backoff.next());
            }
        } catch (InterruptedException stopped) {
            LOG.debug("The outbox relay stops");
        }
    }

    private void connectAndRelay() throws InterruptedException {
        try (RelayConnection connection = connections.open()) {
            while (true)
                relayOnce(connection);
        } catch (SQLException lost) {
            LOG.warnf("The outbox relay has no database (SQLSTATE %s) and tries again", lost.getSQLState());
        } catch (RuntimeException unforeseen) {
            LOG.error("The outbox relay met something unforeseen and starts over", unforeseen);
        }
    }

    private void relayOnce(RelayConnection connection) throws SQLException, InterruptedException {
        if (!connection.leads()) {
            Thread.sleep(config.pollEvery());
        } else if (drain(connection)) {
            backoff.reset();
            wakeUp.await(config.gatherFor(), config.pollEvery());
        } else {
            Thread.sleep(backoff.next());
        }
    }

    /**
     * Sends what was unsent when it began. Topics that fail wait for the next round, so that one of them never holds up the others; what is committed
     * meanwhile rings again, so that a trickle of events is not chased one by one.
     *
     * @return whether everything was sent
     */
    private boolean drain(RelayConnection connection) throws SQLException, InterruptedException {
        Set<String> failing = new HashSet<>();
        for (UnsentEvents place : places)
            drain(place, connection, failing);
        return failing.isEmpty();
    }

    private void drain(UnsentEvents place, RelayConnection connection, Set<String> failing) throws SQLException, InterruptedException {
        for (boolean more = true; more;) {
            UnsentBatch batch = place.next(connection.session(), config.batchSize(), failing);
            Publication publication = publisher.publish(batch.messages());
            batch.settle(publication.acknowledged());
            publication.failedTopic().ifPresent(failing::add);
            more = batch.more() || publication.failedTopic().isPresent();
        }
    }
}
