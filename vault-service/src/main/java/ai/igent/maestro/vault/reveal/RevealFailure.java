package ai.igent.maestro.vault.reveal;

import ai.igent.maestro.web.problem.Failure;

/** A value is not shown. */
final class RevealFailure extends Failure {
    private static final long serialVersionUID = 1;

    private final Refusal refusal;

    RevealFailure(Refusal refusal) {
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
