package ai.igent.maestro.session.diagnosis;

import com.fasterxml.jackson.annotation.JsonValue;

import ai.igent.maestro.vocabulary.Word;

/** {@code warning} works but should be looked at; {@code failed} is why it does not; {@code unknown} cannot be said now. */
public enum CheckStatus implements Word {
    OK("ok"),
    WARNING("warning"),
    FAILED("failed"),
    UNKNOWN("unknown");

    private final String text;

    CheckStatus(String text) {
        this.text = text;
    }

    @Override
    @JsonValue
    public String text() {
        return text;
    }
}
