package ai.igent.maestro.injector.recognition;

import java.util.List;

/**
 * Recognizes a set of values. Shared: whoever keeps it holds it, and when the last lets go it is wiped, never while somebody reads with it.
 *
 * <p>Values of fewer than six bytes are not recognized: they would be found everywhere.
 */
public final class Recognizer {
    private final Automaton automaton;
    private int holders = 1;

    private Recognizer(Automaton automaton) {
        this.automaton = automaton;
    }

    /** Held by the caller. Of values that are equal the first one's name counts. */
    public static Recognizer of(List<Known> values) {
        Patterns patterns = Patterns.of(values);
        try {
            return new Recognizer(AutomatonParts.automaton(patterns.all()));
        } finally {
            patterns.wipe();
        }
    }

    /** False when everybody has let go already. */
    public synchronized boolean tryHold() {
        if (holders == 0) return false;
        holders++;
        return true;
    }

    public synchronized void letGo() {
        if (holders > 0 && --holders == 0) automaton.wipe();
    }

    public Reading reading(Sink sink) {
        return new Reading(automaton, sink);
    }

    /** Goes on with a reading that another recognizer began. */
    public Reading take(Reading reading) {
        return reading.continueWith(automaton);
    }
}
