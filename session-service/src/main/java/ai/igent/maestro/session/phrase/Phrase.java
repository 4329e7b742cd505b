package ai.igent.maestro.session.phrase;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import ai.igent.maestro.vocabulary.InvalidWord;

/** What an agent or a person wrote: untrusted text of at most {@link #MAX_LENGTH} characters. It prints as a placeholder, so that no log has it. */
public record Phrase(@JsonValue String text) {
    public static final int MAX_LENGTH = 500;
    private static final int ZERO_WIDTH_JOINER = 0x200d;
    private static final int EMOJI_FORM = 0xfe0f;
    /** Fillers, the grapheme joiner and the blank of Braille: no characters of format, but nothing is seen of them. */
    private static final String BLANKS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0";

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
        int before = ' ';
        for (int c : text.codePoints().toArray()) {
            if (isUnseen(c) && !belongsToEmoji(c, before)) return true;
            before = c;
        }
        return false;
    }

    private static boolean isUnseen(int c) {
        return Character.getType(c) == Character.FORMAT || BLANKS.indexOf(c) >= 0 || c >= 0xfe00 && c <= 0xfe0f
                || c >= 0xe0100 && c <= 0xe01ef || c >= 0x180b && c <= 0x180f;
    }

    /** A joiner or the selector of the colourful form, behind a symbol; the selector behind a digit makes a keycap. */
    private static boolean belongsToEmoji(int c, int before) {
        boolean symbol = Character.getType(before) == Character.OTHER_SYMBOL || Character.getType(before) == Character.MODIFIER_SYMBOL;
        return switch (c) {
            case ZERO_WIDTH_JOINER -> symbol || before == EMOJI_FORM;
            case EMOJI_FORM -> symbol || before < 0x80 && Character.isDigit(before);
            default -> false;
        };
    }

    @Override
    public String toString() {
        return "[phrase]";
    }
}
