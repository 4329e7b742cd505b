package ai.igent.maestro.session.report;

import com.fasterxml.jackson.annotation.JsonValue;

import ai.igent.maestro.vocabulary.Word;

/** Whether a sandbox has a revision, or nobody has reported it yet. */
public enum DeliveryStatus implements Word {
    APPLIED("applied"),
    PENDING("pending");

    private final String text;

    DeliveryStatus(String text) {
        this.text = text;
    }

    @Override
    @JsonValue
    public String text() {
        return text;
    }
}
