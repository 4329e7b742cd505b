package ai.igent.maestro.outbox;

/** An event with the id, the time and the trace it will be sent with: those of the moment it was prepared in. */
public final class PreparedEvent {
    private final OutboxRow row;

    PreparedEvent(OutboxRow row) {
        this.row = row;
    }

    OutboxRow row() {
        return row;
    }
}
