package ai.igent.maestro.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How a secret arrives in a sandbox: as a variable, as a file whose path the variable holds, or as a variable that is not confidential. */
public enum SecretKind implements Word {
    ENV("env"),
    FILE("file"),
    VARIABLE("variable");

    private final String text;

    SecretKind(String text) {
        this.text = text;
    }

    @JsonCreator
    public static SecretKind parse(String text) {
        return Word.parse(values(), text);
    }

    @Override
    @JsonValue
    public String text() {
        return text;
    }
}
