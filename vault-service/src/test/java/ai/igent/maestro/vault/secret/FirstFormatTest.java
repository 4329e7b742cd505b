package ai.igent.maestro.vault.secret;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** For how long seals of the first format are believed. */
class FirstFormatTest {
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    @Test
    void notAtAllUnlessToldSo() {
        assertThat(until(null).isBelieved()).isFalse();
    }

    @Test
    void untilTheMomentAndNotInIt() {
        assertThat(until("2026-05-01T12:00:01Z").isBelieved()).isTrue();
        for (String over : List.of("2026-05-01T12:00:00Z", "2026-04-30T00:00:00Z"))
            assertThat(until(over).isBelieved()).isFalse();
    }

    @Test
    void aStartThatWouldBelieveThemForMoreThanThirtyDaysIsRefused() {
        assertThatCode(() -> until("2026-05-31T12:00:00Z").check(null)).doesNotThrowAnyException();
        assertThatThrownBy(() -> until("2026-05-31T12:00:01Z").check(null)).hasMessageContaining("maestro.vault.seals.first-format-until");
    }

    private static FirstFormat until(String moment) {
        return new FirstFormat(() -> Optional.ofNullable(moment).map(Instant::parse), Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
