package ai.igent.maestro.session.standing;

import java.time.Duration;

import ai.igent.maestro.web.problem.Failure;

/** Why consent in advance is not possible. */
abstract sealed class StandingFailure extends Failure {
    private static final long serialVersionUID = 1;

    /** It does not exist, or is somebody else's. */
    static final class NotFound extends StandingFailure {
        private static final long serialVersionUID = 1;
    }

    /** Production secrets are confirmed for each session. */
    static final class Production extends StandingFailure {
        private static final long serialVersionUID = 1;
        private final String field;

        Production(String field) {
            this.field = field;
        }

        String field() {
            return field;
        }
    }

    /** It would begin in the past, or last longer than may be. */
    static final class Untimely extends StandingFailure {
        private static final long serialVersionUID = 1;
        private final Duration longest;

        Untimely(Duration longest) {
            this.longest = longest;
        }

        Duration longest() {
            return longest;
        }
    }

    /** There are as many for this agent already as there may be. */
    static final class TooMany extends StandingFailure {
        private static final long serialVersionUID = 1;
    }
}
