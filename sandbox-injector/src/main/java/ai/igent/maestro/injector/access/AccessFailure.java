package ai.igent.maestro.injector.access;

import ai.igent.maestro.web.problem.Failure;

/** Why a request of a sandbox is not even looked at. */
abstract sealed class AccessFailure extends Failure {
    private static final long serialVersionUID = 1;

    /** The path names another session than the token. */
    static final class OtherSession extends AccessFailure {
        private static final long serialVersionUID = 1;
    }

    /** The query holds something nobody reads. It may be a token, so it is not repeated. */
    static final class UnknownParameter extends AccessFailure {
        private static final long serialVersionUID = 1;
    }
}
