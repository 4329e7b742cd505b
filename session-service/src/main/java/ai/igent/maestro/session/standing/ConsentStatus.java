package ai.igent.maestro.session.standing;

import com.fasterxml.jackson.annotation.JsonValue;

import ai.igent.maestro.vocabulary.Word;

/** Whether a consent still counts. */
public enum ConsentStatus implements Word {
    ACTIVE("active"),
    EXPIRED("expired"),
    REVOKED("revoked");

    private final String text;

    ConsentStatus(String text) {
        this.text = text;
    }

    @Override
    @JsonValue
    public String text() {
        return text;
    }
}
