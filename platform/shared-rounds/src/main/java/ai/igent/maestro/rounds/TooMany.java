package ai.igent.maestro.rounds;

/** More calls wait for a round than may. */
public final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooMany() {
        super(null, null, false, false);
    }
}
