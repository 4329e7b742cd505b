package ai.igent.maestro.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How an audited attempt ended. */
public enum Outcome implements Word {
    SUCCESS("success"),
    DENIED("denied"),
    FAILURE("failure");

    private final String text;

    Outcome(String text) {
        this.text = text;
    }

    @JsonCreator
    public static Outcome parse(String text) {
        return Word.parse(values(), text);
    }

    @Override
    @JsonValue
    public String text() {
        return text;
    }
}
