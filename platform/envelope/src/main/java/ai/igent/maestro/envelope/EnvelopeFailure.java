package ai.igent.maestro.envelope;

/** What can go wrong with keys and sealed values. Messages are constant: they never repeat input. */
public abstract sealed class EnvelopeFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private EnvelopeFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** Something sealed does not open: it was changed, stands in the wrong row, or belongs to another key. Repeating does not help. */
    public static final class SealBroken extends EnvelopeFailure {
        private static final long serialVersionUID = 1;

        public SealBroken(Throwable cause) {
            super("a sealed value or wrapped key does not open", cause);
        }
    }

    /** The owner's data key is not stored here (any more): what was sealed under it is gone for good. */
    public static sealed class KeyGone extends EnvelopeFailure {
        private static final long serialVersionUID = 1;

        public KeyGone() {
            this("the data key does not exist");
        }

        private KeyGone(String message) {
            super(message, null);
        }
    }

    /** The owner's data keys were destroyed by order, and with them what was sealed under them. */
    public static final class KeyDestroyed extends KeyGone {
        private static final long serialVersionUID = 1;

        public KeyDestroyed() {
            super("the data key was destroyed");
        }
    }

    /** The key service cannot be asked now; repeating later may help. */
    public static final class KeysUnavailable extends EnvelopeFailure {
        private static final long serialVersionUID = 1;

        public KeysUnavailable(Throwable cause) {
            super("the key service is not available", cause);
        }
    }
}
