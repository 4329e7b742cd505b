package ai.igent.maestro.web.paging;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
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
            return new Cursor(withoutNul(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(text)))));
        } catch (IllegalArgumentException | CharacterCodingException notOurs) {
            throw new InvalidWord("this is not a cursor of this list");
        }
    }

    /** No database takes one. */
    private static String withoutNul(CharSequence position) {
        if (position.chars().anyMatch(each -> each == 0)) throw new IllegalArgumentException("a NUL");
        return position.toString();
    }

    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }
}
