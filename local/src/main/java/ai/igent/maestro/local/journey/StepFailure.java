package ai.igent.maestro.local.journey;

/** A step did not do what it says. The message holds no value and no token. */
public class StepFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StepFailure(String what) {
        super(what);
    }

    public StepFailure(String what, Throwable cause) {
        super(what, cause);
    }
}
