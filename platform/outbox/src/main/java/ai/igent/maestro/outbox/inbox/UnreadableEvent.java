package ai.igent.maestro.outbox.inbox;

/**
 * An event that no retry will make readable; it becomes a dead letter. The message names a place, never the text found there: it is copied into
 * the headers of the dead letter.
 */
public final class UnreadableEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableEvent(String where) {
        super(where, null, false, false);
    }
}
