package ai.igent.maestro.audit.publication;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

import ai.igent.maestro.outbox.relay.OutboxMessage;
import ai.igent.maestro.outbox.relay.UnsentBatch;

/** Entries of one read, ordered by chain and sequence. Some may not be publishable; the messages are those of the others, in the same order. */
final class EntriesInFlight implements UnsentBatch {
    private final Connection session;
    private final List<Outgoing> entries;
    private final boolean more;
    private final PassedOver passedOver;

    private record Outgoing(UnpublishedEntry entry, Optional<OutboxMessage> message) {}

    EntriesInFlight(Connection session, List<UnpublishedEntry> entries, boolean more, PassedOver passedOver) {
        this.session = session;
        this.entries = entries.stream().map(entry -> new Outgoing(entry, entry.message())).toList();
        this.more = more;
        this.passedOver = passedOver;
    }

    @Override
    public List<OutboxMessage> messages() {
        return entries.stream().map(Outgoing::message).flatMap(Optional::stream).toList();
    }

    @Override
    public boolean more() {
        return more;
    }

    @Override
    public void settle(BitSet acknowledged) throws SQLException {
        var progress = new Progress();
        int place = 0;
        for (Outgoing each : entries)
            if (each.message().isEmpty()) progress.passOver(each.entry());
            else if (acknowledged.get(place++)) progress.published(each.entry());
            else
                progress.stopBefore(each.entry());
        progress.storeIn(session);
        progress.passedOver().forEach(passedOver::report);
    }
}
