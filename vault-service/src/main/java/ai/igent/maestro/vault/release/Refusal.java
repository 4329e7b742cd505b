package ai.igent.maestro.vault.release;

/** Why one secret of a grant is not released; the codes of docs/reference/bundle-failures.md. */
enum Refusal {
    /** Absent, or not the owner's whose consent the grant carries. */
    NOT_FOUND("not-found"),
    DELETED("deleted"),
    COMPROMISED("compromised"),
    EXPIRED("expired"),
    /** Consent was given before something that ended it. */
    EPOCH_CHANGED("epoch-changed"),
    /** Delivered as something else than consent was given for. */
    KIND_CHANGED("kind-changed"),
    /** The owner's keys were destroyed by order, and the value with them. */
    KEY_DESTROYED("key-destroyed"),
    /** The stored secret is not as this service wrote it, or its key is gone. */
    BROKEN("broken");

    private final String code;

    Refusal(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
