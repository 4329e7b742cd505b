package ai.igent.maestro.envelope;

import org.junit.jupiter.api.Test;

import ai.igent.maestro.vocabulary.Owner;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LocalKeyRingTest extends DataKeysContract {
    private final DataKeys ring = LocalKeys.ring();

    @Override
    DataKeys keys() {
        return ring;
    }

    @Override
    DataKeys foreignKeys() {
        return LocalKeys.ring();
    }

    @Test
    void aKeyOfAMasterKeyTheRingDoesNotHoldDoesNotUnwrap() {
        var key = ring.create(Owner.user("alice")).await().indefinitely().wrapped();
        var other = new WrappedDataKey(key.id(), key.owner(), 2, key.ciphertext());

        assertThatThrownBy(() -> ring.unwrap(other).await().indefinitely()).isInstanceOf(EnvelopeFailure.SealBroken.class);
    }
}
