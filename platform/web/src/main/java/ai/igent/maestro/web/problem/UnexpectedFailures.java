package ai.igent.maestro.web.problem;

import java.util.List;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkus.arc.All;

/** Sorts what no feature foresaw: a client that left, a dependency that is away, or a bug. */
@Singleton
class UnexpectedFailures {
    private static final Logger LOG = Logger.getLogger(UnexpectedFailures.class);
    private static final int DEEPEST = 20;

    private final List<Unavailability> signs;

    UnexpectedFailures(@All List<Unavailability> signs) {
        this.signs = signs;
    }

    Problem sort(Throwable failure) {
        if (AbandonedBody.isShownBy(failure)) return Problem.ofStatus(400);
        if (isUnavailable(failure)) {
            LOG.warnf("a dependency or the caller is away: %s", failure.getClass().getName());
            return Problem.ofStatus(503);
        }
        LOG.error("unexpected failure", new Trace(failure));
        return Problem.internal();
    }

    /** A token that could not be checked because the issuer's keys cannot be read is not a bad token. */
    Problem sortAuthentication(Throwable failure) {
        return isUnavailable(failure) ? sort(failure) : Problem.unauthorized();
    }

    private boolean isUnavailable(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            Throwable link = cause;
            if (signs.stream().anyMatch(sign -> sign.isShownBy(link))) return true;
        }
        return false;
    }

    /** An exception's class and stack without its message, which may quote what was sent. */
    private static final class Trace extends Exception {
        private static final long serialVersionUID = 1;

        Trace(Throwable failure) {
            super(failure.getClass().getName(), failure.getCause() == null ? null : new Trace(failure.getCause()), false, true);
            setStackTrace(failure.getStackTrace());
        }
    }
}
