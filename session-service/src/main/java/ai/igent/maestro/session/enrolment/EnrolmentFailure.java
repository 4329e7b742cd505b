package ai.igent.maestro.session.enrolment;

import ai.igent.maestro.web.problem.Failure;

/** Why a sandbox was not enrolled. */
public abstract sealed class EnrolmentFailure extends Failure {
    private static final long serialVersionUID = 1;

    /** Nobody issued this code. Not on record: an anonymous caller could fill the record with guesses, and the code is beyond guessing. */
    public static final class Unknown extends EnrolmentFailure {
        private static final long serialVersionUID = 1;
    }

    /** The code was issued and cannot be used (any more); the attempt is on record. */
    public static final class Refused extends EnrolmentFailure {
        private static final long serialVersionUID = 1;
        private final Refusal refusal;

        Refused(Refusal refusal) {
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }
}
