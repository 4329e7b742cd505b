package ai.igent.maestro.audit.trail;

import ai.igent.maestro.web.problem.Failure;

/** Why a question to the trail has no answer. */
sealed abstract class TrailFailure extends Failure {
    private static final long serialVersionUID = 1L;

    /** A filter is not of the form it has to be; {@code expected} says which. */
    static final class UnreadableFilter extends TrailFailure {
        private static final long serialVersionUID = 1L;

        final String filter;
        final String expected;

        UnreadableFilter(String filter, String expected) {
            this.filter = filter;
            this.expected = expected;
        }
    }
}
