package ai.igent.maestro.web.paging;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import ai.igent.maestro.vocabulary.InvalidWord;

/** A place in a list, opaque to the client. */
public record Cursor(String position) {
    private static final int LONGEST = 1000;

    public static Cursor of(String position) {
        return new Cursor(position);
    }

    /** Reads {@code ?cursor=}; null stays null. @throws InvalidWord when it is not one of ours */
    public static Cursor parse(String text) {
        if (text == null) return null;
        if (text.length() > LONGEST) throw new InvalidWord("this is not a cursor of this list");
        try {
            return new Cursor(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            throw new InvalidWord("this is not a cursor of this list");
        }
    }

    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }
}
