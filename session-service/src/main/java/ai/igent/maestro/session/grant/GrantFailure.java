package ai.igent.maestro.session.grant;

import ai.igent.maestro.web.problem.Failure;

/** Why there is no answer for now. */
abstract sealed class GrantFailure extends Failure {
    private static final long serialVersionUID = 1;

    /** More calls wait than this replica can answer in time. */
    static final class TooBusy extends GrantFailure {
        private static final long serialVersionUID = 1;
    }
}
