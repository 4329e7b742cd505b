package ai.igent.maestro.outbox.relay;

import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;

/** Some unsent events of one place, on their way to Kafka. */
public interface UnsentBatch {
    /** To be sent in this order. */
    List<OutboxMessage> messages();

    /** Whether there was more when these were read. */
    boolean more();

    /**
     * Marks as sent what Kafka acknowledged, so that it is not given again. Called once, also when nothing was. After a failure in the middle, an event
     * that was not acknowledged may have later ones of other keys that were.
     *
     * @param acknowledged places in {@link #messages()}
     */
    void settle(BitSet acknowledged) throws SQLException;
}
