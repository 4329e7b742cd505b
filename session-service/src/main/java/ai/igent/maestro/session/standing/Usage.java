package ai.igent.maestro.session.standing;

import com.fasterxml.jackson.annotation.JsonValue;

import ai.igent.maestro.vocabulary.Word;

/** What came of a consent at the beginning of a session. Everything but {@link #ACTIVATED} activated nothing. */
public enum Usage implements Word {
    ACTIVATED("activated"),
    /** Something differs from what was agreed to: it is gone, has another epoch, name, variable or environment. */
    SET_CHANGED("set-changed"),
    VARIABLE_CONFLICT("variable-conflict"),
    TOO_MANY_ACTIVE("too-many-active"),
    NOT_A_MEMBER("not-a-member"),
    /** It was revoked or ended just then. */
    CONSENT_OVER("consent-over"),
    /** Not known, because an owner service did not answer. */
    OWNER_AWAY("owner-away");

    private final String text;

    Usage(String text) {
        this.text = text;
    }

    /** Whether the consent is not tried again in the same session. */
    boolean isFinal() {
        return this != OWNER_AWAY;
    }

    static Usage parse(String text) {
        return Word.parse(values(), text);
    }

    @Override
    @JsonValue
    public String text() {
        return text;
    }
}
