package ai.igent.maestro.test;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CanaryTest {
    private final Canary canary = Canary.named("aws");

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "xy", "xyz"})
    void isFoundInBase64AtAnyAlignment(String before) {
        String text = before + canary.text() + "tail";
        assertThat(canary.isIn(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)))).isTrue();
        assertThat(canary.isIn(Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)))).isTrue();
    }

    @Test
    void isNotFoundWhereItIsNot() {
        assertThat(canary.isIn("canary-aws " + Canary.named("aws").text())).isFalse();
    }
}
