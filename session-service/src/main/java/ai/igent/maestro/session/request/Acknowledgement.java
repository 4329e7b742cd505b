package ai.igent.maestro.session.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import ai.igent.maestro.vocabulary.Word;

/** What a person has to say expressly beside confirming. */
public enum Acknowledgement implements Word {
    PRODUCTION("production", "Production secrets are among them."),
    MIXED_ENVIRONMENTS("mixed-environments", "Production secrets would be active beside those of another environment.");

    private final String text;
    private final String detail;

    Acknowledgement(String text, String detail) {
        this.text = text;
        this.detail = detail;
    }

    @JsonCreator
    public static Acknowledgement parse(String text) {
        return Word.parse(values(), text);
    }

    @Override
    @JsonValue
    public String text() {
        return text;
    }

    String detail() {
        return detail;
    }
}
