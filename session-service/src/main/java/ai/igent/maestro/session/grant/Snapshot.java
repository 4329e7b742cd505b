package ai.igent.maestro.session.grant;

/** What can be seen of a session without its lock. */
sealed interface Snapshot {
    record Active(ActiveNow now) implements Snapshot {}

    /** The clock has ended something, and that is not stored yet, or the set's seal is broken: only whoever holds the lock can say what is active. */
    record Unsettled() implements Snapshot {}

    record Over() implements Snapshot {}

    record Absent() implements Snapshot {}
}
