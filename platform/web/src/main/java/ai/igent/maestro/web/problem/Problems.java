package ai.igent.maestro.web.problem;

/** Turns the failures of one feature into problems. An application-scoped bean per feature, with an exhaustive switch. */
public interface Problems<F extends Failure> {
    /** The sealed root of the feature's failures. */
    Class<F> failures();

    Problem of(F failure);
}
