package ai.igent.maestro.vault.verify;

import java.time.Duration;

import ai.igent.maestro.web.problem.Failure;

/** Why a value was not tried. */
abstract sealed class VerifyFailure extends Failure {
    private static final long serialVersionUID = 1;

    /** Absent, or somebody else's: not told apart. */
    static final class NotFound extends VerifyFailure {
        private static final long serialVersionUID = 1;
    }

    /** The caller may see the organization's secret but is not its admin. */
    static final class AdminRequired extends VerifyFailure {
        private static final long serialVersionUID = 1;
    }

    static final class Deleted extends VerifyFailure {
        private static final long serialVersionUID = 1;
    }

    /** It leaked, and leaves no more. */
    static final class Compromised extends VerifyFailure {
        private static final long serialVersionUID = 1;
    }

    /** A stored secret is not as this service wrote it, or its key is gone. */
    static final class Tampered extends VerifyFailure {
        private static final long serialVersionUID = 1;
    }

    /** Somebody changed it between reading and trying. */
    static final class ChangedMeanwhile extends VerifyFailure {
        private static final long serialVersionUID = 1;
    }

    /** This secret, or its owner, was tried a moment ago. */
    static final class TooSoon extends VerifyFailure {
        private static final long serialVersionUID = 1;

        private final Duration retryAfter;

        TooSoon(Duration retryAfter) {
            this.retryAfter = retryAfter;
        }

        Duration retryAfter() {
            return retryAfter;
        }
    }
}
