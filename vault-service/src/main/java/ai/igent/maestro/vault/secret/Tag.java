package ai.igent.maestro.vault.secret;

import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import ai.igent.maestro.vocabulary.InvalidWord;

/** A word by which an owner groups secrets. */
public record Tag(@JsonValue String text) {
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_.:-]{0,49}");

    @JsonCreator
    public Tag {
        if (text == null || !FORM.matcher(text).matches())
            throw new InvalidWord(
                    "must be letters, digits and any of _ . : -, begin with a letter or digit, and have at most 50 characters");
    }
}
