package ai.igent.maestro.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Label of a secret that decides how careful its activation must be. */
public enum Environment implements Word {
    DEVELOPMENT("development"),
    STAGING("staging"),
    PRODUCTION("production");

    private final String text;

    Environment(String text) {
        this.text = text;
    }

    @JsonCreator
    public static Environment parse(String text) {
        return Word.parse(values(), text);
    }

    @Override
    @JsonValue
    public String text() {
        return text;
    }
}
