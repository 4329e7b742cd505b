package ai.igent.maestro.session.phrase;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import ai.igent.maestro.vocabulary.InvalidWord;

/** What an agent or a person wrote: untrusted text of at most {@link #MAX_LENGTH} characters. It prints as a placeholder, so that no log has it. */
public record Phrase(@JsonValue String text) {
    public static final int MAX_LENGTH = 500;
    private static final int ZERO_WIDTH_JOINER = 0x200d;

    /** @throws InvalidWord with the reason, which does not repeat the text */
    @JsonCreator
    public Phrase {
        if (text == null || text.isBlank()) throw new InvalidWord("must not be empty");
        if (text.length() > MAX_LENGTH) throw new InvalidWord("must have at most 500 characters");
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t'))
            throw new InvalidWord("must not contain control characters");
        if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) throw new InvalidWord("must be Unicode text");
    }

    /** Whether it has characters that are not seen and could make it read otherwise than it looks; those within emoji do not count. */
    boolean hidesCharacters() {
        return text.codePoints().anyMatch(c -> Character.getType(c) == Character.FORMAT && c != ZERO_WIDTH_JOINER);
    }

    @Override
    public String toString() {
        return "[phrase]";
    }
}
