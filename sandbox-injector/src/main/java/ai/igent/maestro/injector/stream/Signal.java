package ai.igent.maestro.injector.stream;

/** What a stream says. */
sealed interface Signal {
    /** This revision can be fetched. */
    record Revision(long revision) implements Signal {}

    /** Nothing new, says session-service. */
    record Alive() implements Signal {}

    /** The stream lives, but session-service cannot be asked whether its sandbox may still have what it has. */
    record Unchecked() implements Signal {}

    /** The session, or this token's part in it, is over; nothing follows. */
    record Over() implements Signal {}
}
