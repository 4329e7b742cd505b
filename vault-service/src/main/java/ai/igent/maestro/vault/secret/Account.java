package ai.igent.maestro.vault.secret;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import ai.igent.maestro.vocabulary.InvalidWord;

/** Tells two sets of one integration apart: {@code AWS_DEV}, {@code me@work.example}. */
public record Account(@JsonValue String text) {
    private static final int LONGEST = 64;

    @JsonCreator
    public Account {
        if (text == null || !UnicodeWord.is(text, "_.@+-", LONGEST))
            throw new InvalidWord(
                    "must be letters, digits and any of _ . @ + -, begin with a letter or digit, and have at most 64 characters");
    }
}
