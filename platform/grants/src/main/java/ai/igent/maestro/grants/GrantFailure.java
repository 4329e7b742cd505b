package ai.igent.maestro.grants;

import ai.igent.maestro.web.problem.Failure;

/** Why a grant was not accepted. */
public abstract sealed class GrantFailure extends Failure {
    private static final long serialVersionUID = 1;

    /** Expired, tampered with, for another service, presented by another client, or no grant at all: the caller is not told which. */
    public static final class Refused extends GrantFailure {
        private static final long serialVersionUID = 1;
    }

    /** session-service, whose keys are needed to check the grant, does not answer. */
    public static final class KeysUnavailable extends GrantFailure {
        private static final long serialVersionUID = 1;
    }
}
