package ai.igent.maestro.idempotency;

import ai.igent.maestro.web.problem.Failure;

/** What can be wrong with an {@code Idempotency-Key}. */
abstract sealed class IdempotencyFailure extends Failure {
    private static final long serialVersionUID = 1;

    /** The key was used for another request. */
    static final class Reused extends IdempotencyFailure {
        private static final long serialVersionUID = 1;
    }

    static final class UnfitKey extends IdempotencyFailure {
        private static final long serialVersionUID = 1;
    }
}
