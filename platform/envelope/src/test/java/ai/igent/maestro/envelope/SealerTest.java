package ai.igent.maestro.envelope;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SealerTest {
    private static final Owner ALICE = Owner.user("alice");
    private static final String ID = "sec_0";
    private static final AssociatedData ROW = new AssociatedData(ALICE, ID, 3);

    private final LocalKeyRing ring = LocalKeys.ring();
    private final DataKey key = ring.create(ALICE).await().indefinitely();
    private final Sealer sealer = new Sealer(new SecureRandom());
    private final SealedValue sealed = sealer.seal(key, ROW, SecretValue.of("canary-sealed"));

    @Test
    void opensWhatItSealed() {
        assertThat(sealer.open(key, ROW, sealed)).isEqualTo(SecretValue.of("canary-sealed"));
    }

    @Test
    void sealingTwiceGivesDifferentBytes() {
        assertThat(sealer.seal(key, ROW, SecretValue.of("canary-sealed")).bytes()).isNotEqualTo(sealed.bytes());
    }

    @Test
    void theValueIsNotInTheSealedBytes() {
        assertThat(new String(sealed.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("canary");
    }

    @Test
    void anyChangedByteBreaksTheSeal() {
        for (int i = 0; i < sealed.bytes().length; i++) {
            byte[] bytes = sealed.bytes().clone();
            bytes[i] ^= 1;
            assertBroken(key, ROW, new SealedValue(sealed.key(), bytes));
        }
    }

    @Test
    void aShortenedValueBreaksTheSeal() {
        for (int length = 0; length < sealed.bytes().length; length++)
            assertBroken(key, ROW, new SealedValue(sealed.key(), Arrays.copyOf(sealed.bytes(), length)));
    }

    @Test
    void aValueCopiedToAnotherOwnerDoesNotOpen() {
        assertBroken(key, new AssociatedData(Owner.organization("alice"), ID, 3), sealed);
    }

    @Test
    void aValueCopiedToAnotherSecretDoesNotOpen() {
        assertBroken(key, new AssociatedData(ALICE, "sec_1", 3), sealed);
    }

    @Test
    void aValueCopiedToAnotherVersionDoesNotOpen() {
        assertBroken(key, new AssociatedData(ALICE, ID, 4), sealed);
    }

    @Test
    void anotherKeyDoesNotOpen() {
        var other = ring.create(ALICE).await().indefinitely();

        assertBroken(other, ROW, sealed);
        assertBroken(other, ROW, new SealedValue(other.wrapped().id(), sealed.bytes()));
    }

    @Test
    void anIdThatCouldRunIntoItsNeighboursIsRefused() {
        assertThatThrownBy(() -> new AssociatedData(ALICE, "sec|1", 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMacDependsOnTheKeyAndOnEveryByte() {
        byte[] message = "owner, version, status".getBytes(StandardCharsets.UTF_8);
        byte[] mac = sealer.mac(key, message);
        byte[] changed = message.clone();
        changed[0] ^= 1;

        assertThat(sealer.mac(key, message)).isEqualTo(mac);
        assertThat(sealer.mac(key, changed)).isNotEqualTo(mac);
        assertThat(sealer.mac(ring.create(ALICE).await().indefinitely(), message)).isNotEqualTo(mac);
    }

    private void assertBroken(DataKey with, AssociatedData row, SealedValue value) {
        assertThatThrownBy(() -> sealer.open(with, row, value)).isInstanceOf(EnvelopeFailure.SealBroken.class);
    }
}
