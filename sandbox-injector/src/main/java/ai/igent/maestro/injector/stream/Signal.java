package ai.igent.maestro.injector.stream;

/** What a stream says. */
sealed interface Signal {
    /** This revision can be fetched. */
    record Revision(long revision) implements Signal {}

    /** Nothing new. */
    record Alive() implements Signal {}

    /** The session, or this token's part in it, is over; nothing follows. */
    record Over() implements Signal {}
}
