package ai.igent.maestro.vault.reveal;

/** Why a person is not shown a value, as it goes on record. */
enum Refusal {
    /** Somebody else's, which the caller is not told. */
    NOT_OWNER("not-owner"),
    /** The token was issued to a client that nobody sits at, or was passed on. */
    NOT_INTERACTIVE("interactive-sign-in-required"),
    SIGN_IN_TOO_OLD("recent-sign-in-required"),
    /** A member of the organization that owns it, and no admin. */
    NOT_ADMIN("organization-admin-required"),
    DELETED("secret-deleted"),
    /** The owner's keys were destroyed by order, and the value with them. */
    DESTROYED("secret-destroyed"),
    /** The stored secret is not as this service wrote it, or its key is gone. */
    BROKEN("secret-tampered");

    private final String code;

    Refusal(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
