package ai.igent.maestro.session.report;

import ai.igent.maestro.web.problem.Failure;

/** Why a report was not taken. */
public abstract sealed class ReportFailure extends Failure {
    private static final long serialVersionUID = 1;

    /** The session has no such revision yet. */
    public static final class FutureRevision extends ReportFailure {
        private static final long serialVersionUID = 1;
    }
}
