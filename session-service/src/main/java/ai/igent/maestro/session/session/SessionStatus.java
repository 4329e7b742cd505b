package ai.igent.maestro.session.session;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import ai.igent.maestro.vocabulary.Word;

/** {@code active} until somebody ends it or its time is up. */
public enum SessionStatus implements Word {
    ACTIVE("active"),
    ENDED("ended"),
    EXPIRED("expired");

    private final String text;

    SessionStatus(String text) {
        this.text = text;
    }

    @JsonCreator
    public static SessionStatus parse(String text) {
        return Word.parse(values(), text);
    }

    @Override
    @JsonValue
    public String text() {
        return text;
    }
}
