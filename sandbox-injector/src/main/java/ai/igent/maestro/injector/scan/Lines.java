package ai.igent.maestro.injector.scan;

/** Where the lines of what is read come from. */
interface Lines {
    /** Goes on to the next line. */
    void next();

    /** The current line's number in its file. */
    long number();

    /** The current line's file, or null when that is not known. */
    String path();
}
