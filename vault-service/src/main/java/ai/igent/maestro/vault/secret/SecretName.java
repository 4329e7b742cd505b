package ai.igent.maestro.vault.secret;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import ai.igent.maestro.vocabulary.Ascii;
import ai.igent.maestro.vocabulary.InvalidWord;

/** What a secret is called: {@code DATABASE_URL}, {@code GITHUB_WORK}. Often, but not necessarily, the variable it is delivered as. */
public record SecretName(@JsonValue String text) {
    private static final int LONGEST = 128;

    @JsonCreator
    public SecretName {
        if (text == null || !isName(text))
            throw new InvalidWord(
                    "must be letters, digits, underscores, dots and dashes, begin with a letter or underscore, and have at most 128 characters");
    }

    private static boolean isName(String text) {
        if (text.isEmpty() || text.length() > LONGEST || !Ascii.isLetter(text.charAt(0)) && text.charAt(0) != '_') return false;
        for (int i = 1; i < text.length(); i++)
            if (!Ascii.isLetterOrDigit(text.charAt(i)) && "_.-".indexOf(text.charAt(i)) < 0) return false;
        return true;
    }
}
