package ai.igent.maestro.oauth.release;

import ai.igent.maestro.vocabulary.Word;

/** Why a token is not released; docs/reference/bundle-failures.md explains the words. */
enum Withheld implements Word {
    NOT_FOUND("not-found"),
    EPOCH_CHANGED("epoch-changed"),
    PENDING("pending"),
    REVOKED("revoked"),
    REAUTHORIZATION_REQUIRED("reauthorization-required"),
    TOKEN_EXPIRING("token-expiring"),
    SEAL_BROKEN("seal-broken");

    private final String text;

    Withheld(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
