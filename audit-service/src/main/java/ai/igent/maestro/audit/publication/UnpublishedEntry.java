package ai.igent.maestro.audit.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

import ai.igent.maestro.audit.chain.ChainHash;
import ai.igent.maestro.outbox.relay.OutboxMessage;

/**
 * An entry as the database gives it, believed in nothing.
 *
 * @param published how far its chain was published when it was read
 * @param last where its chain ended then
 */
record UnpublishedEntry(int partition, long sequence, byte[] content, byte[] previousHash, byte[] hash, long published, long last) {
    static UnpublishedEntry of(ResultSet row) throws SQLException {
        return new UnpublishedEntry(row.getInt("partition"), row.getLong("sequence"), row.getBytes("content"),
                row.getBytes("previous_hash"),
                row.getBytes("hash"), row.getLong("published"), row.getLong("last"));
    }

    /** Empty when it is not what was appended, or nothing that can be an event. */
    Optional<OutboxMessage> message() {
        if (!Arrays.equals(hash, ChainHash.of(previousHash, partition, sequence, content))) return Optional.empty();
        return PublishedContent.read(content).map(read -> read.at(partition, sequence, previousHash, hash)).filter(PublishedContent::fits);
    }
}
