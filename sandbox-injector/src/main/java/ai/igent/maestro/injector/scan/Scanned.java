package ai.igent.maestro.injector.scan;

/** A text to scan, of one form: gives the bytes to read, and knows afterwards which lines they were. */
interface Scanned extends Lines {
    /** The bytes of {@code piece} that are to be read. */
    byte[] take(byte[] piece);

    /** What was held back, when the text is over. */
    default byte[] end() {
        return new byte[0];
    }
}
