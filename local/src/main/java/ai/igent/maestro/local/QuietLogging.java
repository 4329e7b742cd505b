package ai.igent.maestro.local;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Lets the embedded servers speak up only when something is wrong. */
final class QuietLogging {
    /** Held, so that its level is not forgotten. */
    private static final Logger ROOT = Logger.getLogger("");

    private QuietLogging() {}

    static void set() {
        ROOT.setLevel(Level.WARNING);
    }
}
