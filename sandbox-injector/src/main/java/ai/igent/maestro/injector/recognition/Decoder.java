package ai.igent.maestro.injector.recognition;

/** Decodes one way of writing bytes, one byte at a time. */
interface Decoder {
    /** Whether this byte can mean something else than itself when nothing is pending. */
    boolean isSpecial(byte read);

    /** Reads the byte at {@code place} and tells {@code view} what it knows by then. */
    void read(byte read, long place, View view);

    /** Where what has been read and not yet told begins, or {@link View#NOWHERE}. */
    long pendingFrom();

    /** At the end of the text: what is pending stands for itself. */
    void end(View view);

    /**
     * So few bytes before something that is left out are not held back to wait for what may follow, and not counted to a find: nearly every line would
     * end with one that a value could begin with.
     */
    default int notHeldBack() {
        return 0;
    }

    /** Whether a find in the decoded text counts. */
    boolean counts(Find find);

    /** How a pattern stood that was found only by decoding. */
    Encoding encoding(Find find);
}
