package ai.igent.maestro.test;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;

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
    void anAwkwardOneIsFoundInJsonUrlsAndHexToo() throws Exception {
        var awkward = Canary.awkward("aws");
        byte[] bytes = ("x" + awkward.text() + "y").getBytes(StandardCharsets.UTF_8);

        for (String text : List.of(new ObjectMapper().writeValueAsString(awkward.text()),
                URLEncoder.encode(awkward.text(), StandardCharsets.UTF_8),
                HexFormat.of().formatHex(bytes), Base64.getEncoder().encodeToString(bytes)))
            assertThat(awkward.isIn(text)).as(text).isTrue();
    }

    @Test
    void isNotFoundWhereItIsNot() {
        assertThat(canary.isIn("canary-aws " + Canary.named("aws").text())).isFalse();
    }
}
