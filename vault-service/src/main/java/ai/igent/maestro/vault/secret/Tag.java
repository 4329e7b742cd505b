package ai.igent.maestro.vault.secret;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import ai.igent.maestro.vocabulary.InvalidWord;

/** A word by which an owner groups secrets. */
public record Tag(@JsonValue String text) {
    private static final int LONGEST = 50;

    @JsonCreator
    public Tag {
        if (text == null || !UnicodeWord.is(text, "_.:-", LONGEST))
            throw new InvalidWord(
                    "must be letters, digits and any of _ . : -, begin with a letter or digit, and have at most 50 characters");
    }
}
