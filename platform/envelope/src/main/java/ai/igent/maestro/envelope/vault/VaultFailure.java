package ai.igent.maestro.envelope.vault;

/** Why Vault did not do what it was asked. Messages are constant: they repeat neither what was sent nor what Vault said. */
final class VaultFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    enum Reason {
        UNREACHABLE("cannot be reached"),
        LATE("does not answer in time"),
        SEALED("is sealed"),
        BUSY("is overloaded or changing its leader"),
        DENIED("denies what this service asks: its policy, or who it says it is"),
        NO_KEY("does not have this service's transit key"),
        UNFIT_KEY("has a transit key for this service that is not derived, or may leave it"),
        RETIRED_VERSION("no longer uses the version of the transit key that wrapped a data key: min_decryption_version is above it"),
        DOES_NOT_OPEN("does not open a wrapped data key"),
        STRANGE("answered something unexpected");

        private final String predicate;

        Reason(String predicate) {
            this.predicate = predicate;
        }

        /** Continues "Vault ...". */
        String predicate() {
            return predicate;
        }
    }

    private final Reason reason;

    VaultFailure(Reason reason) {
        this(reason, null);
    }

    VaultFailure(Reason reason, Throwable cause) {
        super("Vault " + reason.predicate(), cause);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    static boolean isDenied(Throwable failure) {
        return failure instanceof VaultFailure vault && vault.reason == Reason.DENIED;
    }

    /** It failed at once, and may not the next time. */
    static boolean isWorthRepeating(Throwable failure) {
        return failure instanceof VaultFailure vault && (vault.reason == Reason.UNREACHABLE || vault.reason == Reason.BUSY);
    }
}
