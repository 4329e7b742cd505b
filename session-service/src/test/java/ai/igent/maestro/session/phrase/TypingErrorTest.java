package ai.igent.maestro.session.phrase;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TypingErrorTest {
    @Test
    void oneSlipIsATypingError() {
        assertThat(TypingError.separates("gihtub", "github")).isTrue();
        assertThat(TypingError.separates("githb", "github")).isTrue();
        assertThat(TypingError.separates("githubb", "github")).isTrue();
        assertThat(TypingError.separates("gitbub", "github")).isTrue();
        assertThat(TypingError.separates("githuh", "github")).isTrue();
    }

    @Test
    void aLetterOfAnotherScriptIsNone() {
        assertThat(TypingError.separates("git\u04bbub", "github")).isFalse();
        assertThat(TypingError.separates("g\u0131thub", "github")).isFalse();
        assertThat(TypingError.separates("git\u0332hub", "github")).isFalse();
        assertThat(TypingError.separates("KEY_\u0663", "KEY_3")).isFalse();
    }

    @Test
    void aSlipInAWordOfAnotherScriptOrWithAnAccentIsOne() {
        assertThat(TypingError.separates("\u0440\u0430\u0431\u043e\u0442", "\u0440\u0430\u0431\u043e\u0442\u0430")).isTrue();
        assertThat(TypingError.separates("zurich", "z\u00fcrich")).isTrue();
        assertThat(TypingError.separates("KEY_2", "KEY_3")).isTrue();
    }

    @Test
    void twoSlipsShortWordsAndTheWordItselfAreNot() {
        assertThat(TypingError.separates("gitlab", "github")).isFalse();
        assertThat(TypingError.separates("awz", "aws")).isFalse();
        assertThat(TypingError.separates("github", "github")).isFalse();
        assertThat(TypingError.separates("git", "github")).isFalse();
    }
}
