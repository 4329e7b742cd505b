package ai.igent.maestro.vocabulary;

import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.fail;

/** The forms of words, checked character by character in the code, are those that these expressions state. */
class FormsTest {
    private static final String HEX = "0198000000007000800000000000abc";

    @Test
    void anIdTakesTheCharactersOfItsForm() {
        assertSameForEveryCharacter("sec_[0-9a-f]{32}", SecretId::new, "sec_" + HEX, "");
        assertSameForEveryCharacter("sec_[0-9a-f]{32}", SecretId::new, "sec_", HEX);
        assertSameForEveryCharacter("sec_[0-9a-f]{32}", SecretId::new, "sec", HEX + "d");
    }

    @Test
    void aVariableTakesTheCharactersOfItsForm() {
        assertSameForEveryCharacter("[A-Za-z_][A-Za-z0-9_]{0,127}", VariableName::new, "", "AB");
        assertSameForEveryCharacter("[A-Za-z_][A-Za-z0-9_]{0,127}", VariableName::new, "AB", "C");
        assertSameForEveryCharacter("[A-Za-z_][A-Za-z0-9_]{0,127}", VariableName::new, "A".repeat(126), "C");
        assertSameForEveryCharacter("[A-Za-z_][A-Za-z0-9_]{0,127}", VariableName::new, "A".repeat(127), "C");
    }

    @Test
    void anOwnersIdTakesTheCharactersOfItsForm() {
        assertSameForEveryCharacter("[^\\p{Cntrl}\\s:]{1,200}", Owner::user, "", "");
        assertSameForEveryCharacter("[^\\p{Cntrl}\\s:]{1,200}", Owner::user, "a", "b");
        assertSameForEveryCharacter("[^\\p{Cntrl}\\s:]{1,200}", Owner::user, "a".repeat(199), "");
        assertSameForEveryCharacter("[^\\p{Cntrl}\\s:]{1,200}", Owner::user, "\ud83d\udd11".repeat(199), "");
        assertSameForEveryCharacter("[^\\p{Cntrl}\\s:]{1,200}", Owner::user, "\ud83d\udd11".repeat(200), "");
    }

    private static void assertSameForEveryCharacter(String form, Consumer<String> read, String before, String after) {
        var pattern = Pattern.compile(form);
        for (int c = 0; c <= 0x10400; c++) {
            String text = before + Character.toString(c) + after;
            if (isRead(read, text) != pattern.matcher(text).matches()) fail("U+%04X is judged otherwise than by %s", c, form);
        }
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
