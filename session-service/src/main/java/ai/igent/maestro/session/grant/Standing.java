package ai.igent.maestro.session.grant;

/** Where a session stands, as far as that can be said without its lock. */
sealed interface Standing {
    record Active(ActiveNow now) implements Standing {}

    /** The clock has ended something, and that is not stored yet, or the set's seal is broken: only whoever holds the lock can say what is active. */
    record Unsettled() implements Standing {}

    record Over() implements Standing {}

    record Absent() implements Standing {}
}
