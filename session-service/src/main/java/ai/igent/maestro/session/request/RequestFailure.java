package ai.igent.maestro.session.request;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import ai.igent.maestro.web.problem.Failure;

/** Why a request was not made or not decided. */
public abstract sealed class RequestFailure extends Failure {
    private static final long serialVersionUID = 1;

    /** An id names nothing this session's user could activate, or something that cannot be activated now. */
    public static final class NotActivatable extends RequestFailure {
        private static final long serialVersionUID = 1;
        private final String field;
        private final boolean known;

        public NotActivatable(String field, boolean known) {
            this.field = field;
            this.known = known;
        }

        String field() {
            return field;
        }

        boolean known() {
            return known;
        }
    }

    /** The request waits for no decision (any more). */
    public static final class NotOpen extends RequestFailure {
        private static final long serialVersionUID = 1;
        private final RequestStatus status;

        NotOpen(RequestStatus status) {
            this.status = status;
        }

        RequestStatus status() {
            return status;
        }
    }

    /** The nonce is not the one this request was shown with. */
    public static final class WrongNonce extends RequestFailure {
        private static final long serialVersionUID = 1;
    }

    /** The token was not issued to a client a person sits at. */
    public static final class NotInteractive extends RequestFailure {
        private static final long serialVersionUID = 1;
    }

    /** What would be confirmed is not what was shown. Carries the request that takes its place. */
    public static final class SetChanged extends RequestFailure {
        private static final long serialVersionUID = 1;
        private final transient RequestView fresh;

        SetChanged(RequestView fresh) {
            this.fresh = fresh;
        }

        RequestView fresh() {
            return fresh;
        }
    }

    /** Several things claim one variable. */
    public static final class VariableConflict extends RequestFailure {
        private static final long serialVersionUID = 1;
        private final transient List<Conflict> conflicts;

        public VariableConflict(List<Conflict> conflicts) {
            this.conflicts = List.copyOf(conflicts);
        }

        List<Conflict> conflicts() {
            return conflicts;
        }
    }

    /** More would be active in the session than may be. */
    public static final class TooManyActive extends RequestFailure {
        private static final long serialVersionUID = 1;
    }

    /** Some of it needs the person's express word, and that was not given. */
    public static final class NotAcknowledged extends RequestFailure {
        private static final long serialVersionUID = 1;
        private final transient Set<Acknowledgement> missing;

        NotAcknowledged(Set<Acknowledgement> missing) {
            this.missing = Set.copyOf(missing);
        }

        Set<Acknowledgement> missing() {
            return missing;
        }
    }

    /** The organization's secrets are confirmed by its members only. */
    public static final class NotAMember extends RequestFailure {
        private static final long serialVersionUID = 1;
    }

    /** The agent's requests were denied, and it has to wait before the next. */
    public static final class TooSoon extends RequestFailure {
        private static final long serialVersionUID = 1;
        private final Duration remaining;

        TooSoon(Duration remaining) {
            this.remaining = remaining;
        }

        Duration remaining() {
            return remaining;
        }
    }
}
