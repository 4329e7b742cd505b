package ai.igent.maestro.web.json;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import ai.igent.maestro.vocabulary.InvalidWord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StrictJsonTest {
    private final ObjectMapper json = new ObjectMapper().registerModules(new JavaTimeModule(), new Jdk8Module());

    StrictJsonTest() {
        new StrictJson().customize(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-02T03:04:05Z", "2026-01-02T03:04:05.123456789Z", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z"})
    void aTimeIsText(String text) throws JsonProcessingException {
        assertThat(json.readValue('"' + text + '"', Instant.class)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\" \"", "1767225600", "1.5", "1e308", "true", "[]", "{}", "\"2026-01-02\"",
            "\"+10000-01-01T00:00:00Z\"",
            "\"-0001-01-01T00:00:00Z\"", "\"tomorrow\""})
    void whatElseThereIsIsNoTime(String text) {
        assertThatThrownBy(() -> json.readValue(text, Instant.class)).isInstanceOf(JsonMappingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "60", "1.5", "\"P1Y\"", "\"60\"", "\"P99999999999999999999D\"", "[\"PT1S\"]"})
    void whatElseThereIsIsNoDuration(String text) {
        assertThatThrownBy(() -> json.readValue(text, Duration.class)).isInstanceOf(JsonMappingException.class);
    }

    @Test
    void nullIsNone() throws JsonProcessingException {
        assertThat(json.readValue("null", Instant.class)).isNull();
        assertThat(json.readValue("{\"at\":null,\"every\":\"PT8H\"}", Window.class))
                .isEqualTo(new Window(Optional.empty(), Duration.ofHours(8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0000b", "\\ud800", "\\udc00x", "x\\ud83d"})
    void textThatNoStoreKeepsIsRefused(String text) {
        assertThatThrownBy(() -> json.readValue('"' + text + '"', String.class)).hasCauseInstanceOf(InvalidWord.class);
        assertThatThrownBy(() -> json.readValue("{\"a\":\"" + text + "\"}", Named.class)).hasCauseInstanceOf(InvalidWord.class);
    }

    @Test
    void textOfWholeCharactersIsTaken() throws JsonProcessingException {
        assertThat(json.readValue("{\"a\":\"\\ud83d\\udd11 \u202e \\n\"}", Named.class).a()).isEqualTo("\ud83d\udd11 \u202e \n");
        assertThatThrownBy(() -> json.readValue("{\"a\":5}", Named.class)).isInstanceOf(JsonMappingException.class);
    }

    record Window(Optional<Instant> at, Duration every) {}

    record Named(String a) {}
}
