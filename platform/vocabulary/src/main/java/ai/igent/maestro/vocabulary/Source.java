package ai.igent.maestro.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Which service owns the value of an activatable thing. */
public enum Source implements Word {
    VAULT("vault"),
    OAUTH("oauth");

    private final String text;

    Source(String text) {
        this.text = text;
    }

    @JsonCreator
    public static Source parse(String text) {
        return Word.parse(values(), text);
    }

    @Override
    @JsonValue
    public String text() {
        return text;
    }
}
