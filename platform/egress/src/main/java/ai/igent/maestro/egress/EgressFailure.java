package ai.igent.maestro.egress;

/** Why a call to a provider brought no answer. Carries neither the address nor anything that was sent or received. */
public abstract sealed class EgressFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private EgressFailure(String condition) {
        super(condition, null, false, false);
    }

    /** Whether the request may have reached the other side, so that it may have acted on it. */
    public abstract boolean mayHaveArrived();

    /** The address is not public and not allowed by configuration, or not of a form that is called. Nothing was sent. */
    public static final class AddressRefused extends EgressFailure {
        private static final long serialVersionUID = 1;

        public AddressRefused() {
            super("the address may not be called");
        }

        @Override
        public boolean mayHaveArrived() {
            return false;
        }
    }

    /** The name is unknown or nobody accepted the connection. Nothing was sent. */
    public static final class Unreachable extends EgressFailure {
        private static final long serialVersionUID = 1;

        Unreachable() {
            super("the address could not be reached");
        }

        @Override
        public boolean mayHaveArrived() {
            return false;
        }
    }

    /** The connection broke, or the time was up, after the request may have been sent. */
    public static final class Unanswered extends EgressFailure {
        private static final long serialVersionUID = 1;

        public Unanswered() {
            super("no answer in time");
        }

        @Override
        public boolean mayHaveArrived() {
            return true;
        }
    }

    /** The answer was longer than allowed, or a redirect. */
    public static final class AnswerRefused extends EgressFailure {
        private static final long serialVersionUID = 1;

        AnswerRefused() {
            super("the answer is too long or a redirect");
        }

        @Override
        public boolean mayHaveArrived() {
            return true;
        }
    }
}
