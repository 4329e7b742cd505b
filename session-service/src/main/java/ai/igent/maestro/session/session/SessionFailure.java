package ai.igent.maestro.session.session;

import ai.igent.maestro.web.problem.Failure;

/** What can stand between a caller and a session. */
public abstract sealed class SessionFailure extends Failure {
    private static final long serialVersionUID = 1;

    /** It does not exist, or not for this caller. */
    public static final class NotFound extends SessionFailure {
        private static final long serialVersionUID = 1;
    }

    /** It has ended or expired: nothing more can be activated in it. */
    public static final class Over extends SessionFailure {
        private static final long serialVersionUID = 1;
    }

    /** The token is of an earlier generation of the session's tokens. */
    public static final class TokenRevoked extends SessionFailure {
        private static final long serialVersionUID = 1;
    }
}
