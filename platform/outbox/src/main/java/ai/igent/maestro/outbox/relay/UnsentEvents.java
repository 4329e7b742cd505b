package ai.igent.maestro.outbox.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/**
 * A place in the service's database where committed events wait for Kafka. Every bean of this type is asked in each of the relay's rounds, those of
 * higher priority first; a topic that failed in one place waits in the following ones too.
 *
 * <p>Only the thread of the relay that leads calls {@link #next}, so it may block. It gives events that were committed, each of them until it was
 * settled: after a crash in between it gives the same events again, with the same ids. Events of one key come in their order, and none is left out
 * that could still be committed before one that was given.
 */
public interface UnsentEvents {
    /**
     * The next unsent events, as few or many as one read brings.
     *
     * @param session the relay's session, in auto-commit; whoever lost it has lost the lead, so nothing is settled but through it
     * @param limit how many messages at most
     * @param exceptTopics topics that wait for the next round
     */
    UnsentBatch next(Connection session, int limit, Set<String> exceptTopics) throws SQLException;

    /** A query for one row, cheap however much is unsent: {@code unsent}, a bigint, and {@code seconds}, a float8: the age of the oldest. */
    String backlog();
}
