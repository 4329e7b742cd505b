package ai.igent.maestro.web.parameter;

import ai.igent.maestro.web.problem.Failure;

/** A query parameter that is not known where it was given, or says nothing where it has to. */
final class UnfitParameter extends Failure {
    private static final long serialVersionUID = 1;

    private final String name;
    private final boolean known;

    private UnfitParameter(String name, boolean known) {
        this.name = name;
        this.known = known;
    }

    static UnfitParameter unknown(String name) {
        return new UnfitParameter(name, false);
    }

    static UnfitParameter empty(String name) {
        return new UnfitParameter(name, true);
    }

    String name() {
        return name;
    }

    boolean isKnown() {
        return known;
    }
}
