package ai.igent.maestro.local.bench.measure;

/** Something could not be measured. The message says what, in words for the table; it holds no value and no token. */
public final class MeasureFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MeasureFailure(String what) {
        super(what);
    }

    public MeasureFailure(String what, Throwable cause) {
        super(what, cause);
    }
}
