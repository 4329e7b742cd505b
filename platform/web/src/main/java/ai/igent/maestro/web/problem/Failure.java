package ai.igent.maestro.web.problem;

/**
 * What can go wrong in a feature, in the feature's words. Subclasses are sealed per feature and carry typed fields, never input as text. No stack
 * trace and no message: a failure is an answer, not a bug.
 */
public abstract class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    protected Failure() {
        super(null, null, false, false);
    }
}
