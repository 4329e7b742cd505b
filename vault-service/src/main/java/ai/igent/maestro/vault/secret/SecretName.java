package ai.igent.maestro.vault.secret;

import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import ai.igent.maestro.vocabulary.InvalidWord;

/** What a secret is called: {@code DATABASE_URL}, {@code GITHUB_WORK}. Often, but not necessarily, the variable it is delivered as. */
public record SecretName(@JsonValue String text) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,127}");

    @JsonCreator
    public SecretName {
        if (text == null || !FORM.matcher(text).matches())
            throw new InvalidWord(
                    "must be letters, digits, underscores, dots and dashes, begin with a letter or underscore, and have at most 128 characters");
    }
}
