package ai.igent.maestro.vault.secret;

import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import ai.igent.maestro.vocabulary.InvalidWord;

import static org.assertj.core.api.Assertions.fail;

/** The forms of labels, checked character by character in the code, are those that these expressions state. */
class LabelFormsTest {
    @Test
    void aNameTakesTheCharactersOfItsForm() {
        assertSameForEveryCharacter("[A-Za-z_][A-Za-z0-9_.-]{0,127}", SecretName::new, 128);
    }

    @Test
    void aTagTakesTheCharactersOfItsForm() {
        assertSameForEveryCharacter("[\\p{L}\\p{N}][\\p{L}\\p{N}_.:-]{0,49}", Tag::new, 50);
    }

    @Test
    void anAccountTakesTheCharactersOfItsForm() {
        assertSameForEveryCharacter("[\\p{L}\\p{N}][\\p{L}\\p{N}_.@+-]{0,63}", Account::new, 64);
    }

    private static void assertSameForEveryCharacter(String form, Consumer<String> read, int longest) {
        var pattern = Pattern.compile(form);
        for (int c = 0; c <= Character.MAX_CODE_POINT; c += c < 0x3000 ? 1 : 31) {
            assertSame(pattern, read, Character.toString(c));
            assertSame(pattern, read, "a" + Character.toString(c) + "b");
            if (Character.isLetterOrDigit(c)) assertSame(pattern, read, "a".repeat(longest - 1) + Character.toString(c));
            if (c % 1000 == 0) assertSame(pattern, read, "a".repeat(longest) + Character.toString(c));
        }
        assertSame(pattern, read, "");
    }

    private static void assertSame(Pattern pattern, Consumer<String> read, String text) {
        if (isRead(read, text) != pattern.matcher(text).matches())
            fail("%s is judged otherwise than by %s", text.codePoints().mapToObj("U+%04X"::formatted).toList(), pattern);
    }

    private static boolean isRead(Consumer<String> read, String text) {
        try {
            read.accept(text);
            return true;
        } catch (InvalidWord refused) {
            return false;
        }
    }
}
