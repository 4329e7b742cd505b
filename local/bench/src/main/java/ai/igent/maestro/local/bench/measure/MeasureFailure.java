package ai.igent.maestro.local.bench.measure;

import ai.igent.maestro.local.journey.StepFailure;

/** Something could not be measured. The message says what, in words for the table; it holds no value and no token. */
public final class MeasureFailure extends StepFailure {
    private static final long serialVersionUID = 1;

    public MeasureFailure(String what) {
        super(what);
    }

    public MeasureFailure(String what, Throwable cause) {
        super(what, cause);
    }
}
