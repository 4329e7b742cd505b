package ai.igent.maestro.oauth.connection;

import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import ai.igent.maestro.vocabulary.InvalidWord;

/** What tells two connections of one provider apart, for example {@code GITHUB_WORK}. */
public record AccountLabel(@JsonValue String text) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}");

    /** @throws InvalidWord when {@code text} is not of that form */
    @JsonCreator
    public AccountLabel {
        if (text == null || !FORM.matcher(text).matches())
            throw new InvalidWord("must begin with a letter or digit and have at most 64 letters, digits and _ . @ -");
    }
}
