package ai.igent.maestro.web.parameter;

import ai.igent.maestro.web.problem.Failure;

/** A query parameter that is not known where it was given, says nothing where it has to, or says more than one thing. */
final class UnfitParameter extends Failure {
    private static final long serialVersionUID = 1;

    private final String name;
    private final Flaw flaw;

    UnfitParameter(String name, Flaw flaw) {
        this.name = name;
        this.flaw = flaw;
    }

    String name() {
        return name;
    }

    Flaw flaw() {
        return flaw;
    }

    enum Flaw {
        UNKNOWN,
        EMPTY,
        REPEATED
    }
}
