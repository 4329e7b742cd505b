package ai.igent.maestro.local.bench;

/** Whether a row's target was reached in this run. */
public enum Verdict {
    MET("yes"),
    MISSED("NO"),
    /** It could not be measured. */
    FAILED("failed"),
    /** Shown for comparison; there is nothing to reach. */
    NONE("");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    static Verdict of(boolean reached) {
        return reached ? MET : MISSED;
    }

    String word() {
        return word;
    }
}
