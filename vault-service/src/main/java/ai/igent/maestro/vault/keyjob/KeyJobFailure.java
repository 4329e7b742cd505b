package ai.igent.maestro.vault.keyjob;

import ai.igent.maestro.web.problem.Failure;

/** What can go wrong when a job is asked for. */
abstract sealed class KeyJobFailure extends Failure {
    private static final long serialVersionUID = 1;

    static final class NotFound extends KeyJobFailure {
        private static final long serialVersionUID = 1;
    }

    /** The owner in the body is not the one in the path. */
    static final class OwnerNotRepeated extends KeyJobFailure {
        private static final long serialVersionUID = 1;
    }
}
