package ai.igent.maestro.injector.recognition;

/**
 * Takes a text apart, in its order. Every byte of the text arrives exactly once, either as text or as covered by what was found last. The arrays are
 * lent for the call.
 */
public interface Sink {
    /** Bytes that belong to no value. */
    void text(byte[] bytes, int from, int to);

    /** A value begins here. */
    void found(Find find);

    /** Bytes of the value found last. */
    void covered(byte[] bytes, int from, int to);
}
