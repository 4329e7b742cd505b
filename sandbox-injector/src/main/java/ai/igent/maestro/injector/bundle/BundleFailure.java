package ai.igent.maestro.injector.bundle;

import java.util.List;
import java.util.stream.Collectors;

import ai.igent.maestro.web.problem.Failure;

/** Why a sandbox does not get a bundle although session-service answered. */
abstract sealed class BundleFailure extends Failure {
    private static final long serialVersionUID = 1;

    /** A parameter or header is not what it should be. */
    static final class Invalid extends BundleFailure {
        private static final long serialVersionUID = 1;
        private final String field;
        private final String reason;

        Invalid(String field, String reason) {
            this.field = field;
            this.reason = reason;
        }

        String field() {
            return field;
        }

        String reason() {
            return reason;
        }
    }

    /** The awaited revision did not come in time. */
    static final class RevisionNotReady extends BundleFailure {
        private static final long serialVersionUID = 1;
    }

    /** Something changed while the bundle was built; what was built was thrown away. */
    static final class ChangedMeanwhile extends BundleFailure {
        private static final long serialVersionUID = 1;
    }

    /** No owner answered for anything that is active. */
    static final class NothingReleased extends BundleFailure {
        private static final long serialVersionUID = 1;
        private final long revision;
        private final String variables;

        NothingReleased(long revision, List<Undelivered> undelivered) {
            this.revision = revision;
            variables = undelivered.stream().map(each -> each.variable() + " (" + each.code() + ")").collect(Collectors.joining(", "));
        }

        long revision() {
            return revision;
        }

        /** Names and codes, for people. */
        String variables() {
            return variables;
        }
    }
}
