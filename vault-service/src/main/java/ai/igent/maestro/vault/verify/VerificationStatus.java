package ai.igent.maestro.vault.verify;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import ai.igent.maestro.vocabulary.Word;

/** What trying a value showed. */
public enum VerificationStatus implements Word {
    VALID("valid"),
    INVALID("invalid"),
    EXPIRED("expired"),
    /** The provider said neither yes nor no. */
    UNREACHABLE("unreachable"),
    /** Nothing was tried. */
    UNSUPPORTED("unsupported");

    private final String text;

    VerificationStatus(String text) {
        this.text = text;
    }

    @JsonCreator
    public static VerificationStatus parse(String text) {
        return Word.parse(values(), text);
    }

    @Override
    @JsonValue
    public String text() {
        return text;
    }
}
