package ai.igent.maestro.vocabulary;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SecretValueTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CANARY = "canary-é-\"$`\n-value";

    @Test
    void arrivesFromJsonAndLeavesOnlyWhenReleased() throws JsonProcessingException {
        SecretValue value = JSON.readValue(JSON.writeValueAsString(CANARY), SecretValue.class);

        assertThat(text(value)).isEqualTo(CANARY);
        assertThatThrownBy(() -> JSON.writeValueAsString(Map.of("value", value))).isInstanceOf(JsonMappingException.class)
                .hasMessageNotContaining("canary");
        assertThat(JSON.readValue(JSON.writeValueAsString(value.release()), String.class)).isEqualTo(CANARY);
    }

    @Test
    void printsAPlaceholder() {
        SecretValue value = SecretValue.of(CANARY);

        assertThat(value + " " + value.release() + " " + Map.of("v", value)).doesNotContain("canary");
    }

    @Test
    void isGoneOnceWiped() {
        byte[] bytes = CANARY.getBytes(StandardCharsets.UTF_8);
        SecretValue value = SecretValue.ofUtf8(bytes);

        value.close();
        value.close();

        assertThat(bytes).containsOnly((byte) 0);
        assertThatThrownBy(() -> text(value)).isInstanceOf(IllegalStateException.class);
        assertThat(value).isNotEqualTo(SecretValue.ofUtf8(new byte[bytes.length]));
    }

    @Test
    void refusesWhatIsNoValueWithoutRepeatingIt() {
        for (String text : new String[]{"", "canary\0", "canary\ud800", "c".repeat(SecretValue.MAX_BYTES + 1),
                "é".repeat(SecretValue.MAX_BYTES / 2 + 1)})
            assertThatThrownBy(() -> SecretValue.of(text)).isInstanceOf(InvalidWord.class).hasMessageNotContaining("canary");
        assertThat(SecretValue.of("é".repeat(SecretValue.MAX_BYTES / 2)).length()).isEqualTo(SecretValue.MAX_BYTES);
    }

    private static String text(SecretValue value) {
        return value.borrow(utf8 -> new String(utf8, StandardCharsets.UTF_8));
    }
}
