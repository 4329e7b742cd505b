package ai.igent.maestro.injector.session;

import ai.igent.maestro.web.problem.Failure;

/** Why session-service gave no answer that lets a sandbox have anything. */
public abstract sealed class SessionFailure extends Failure {
    private static final long serialVersionUID = 1;

    /** There is no such session, or it is over. */
    public static final class Unknown extends SessionFailure {
        private static final long serialVersionUID = 1;
    }

    /** The session has given out newer tokens. */
    public static final class TokenRevoked extends SessionFailure {
        private static final long serialVersionUID = 1;
    }

    /** session-service cannot be asked, so nothing may be handed out. */
    public static final class Away extends SessionFailure {
        private static final long serialVersionUID = 1;
    }
}
