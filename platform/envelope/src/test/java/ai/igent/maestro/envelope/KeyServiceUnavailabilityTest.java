package ai.igent.maestro.envelope;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeyServiceUnavailabilityTest {
    private final KeyServiceUnavailability sign = new KeyServiceUnavailability();

    @Test
    void onlyAKeyServiceThatCannotBeAskedIsAway() {
        assertThat(sign.isShownBy(new EnvelopeFailure.KeysUnavailable(null))).isTrue();
        assertThat(sign.isShownBy(new EnvelopeFailure.SealBroken(null))).isFalse();
        assertThat(sign.isShownBy(new EnvelopeFailure.KeyGone())).isFalse();
    }
}
