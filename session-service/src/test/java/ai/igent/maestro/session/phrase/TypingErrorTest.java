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
    void twoSlipsShortWordsAndTheWordItselfAreNot() {
        assertThat(TypingError.separates("gitlab", "github")).isFalse();
        assertThat(TypingError.separates("awz", "aws")).isFalse();
        assertThat(TypingError.separates("github", "github")).isFalse();
        assertThat(TypingError.separates("git", "github")).isFalse();
    }
}
