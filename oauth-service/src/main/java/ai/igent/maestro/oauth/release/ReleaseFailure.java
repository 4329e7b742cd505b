package ai.igent.maestro.oauth.release;

import ai.igent.maestro.web.problem.Failure;

/** What can go wrong with a question of another service. */
abstract sealed class ReleaseFailure extends Failure {
    private static final long serialVersionUID = 1;

    /** Neither owners nor ids were given, or both. */
    static final class OwnersOrIds extends ReleaseFailure {
        private static final long serialVersionUID = 1;
    }

    /** More owners or ids than are answered at once. */
    static final class TooMany extends ReleaseFailure {
        private static final long serialVersionUID = 1;
    }
}
