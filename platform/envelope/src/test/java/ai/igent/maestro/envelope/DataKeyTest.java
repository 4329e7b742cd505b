package ai.igent.maestro.envelope;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import ai.igent.maestro.vocabulary.Owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DataKeyTest {
    private static final WrappedDataKey WRAPPED = new WrappedDataKey(new DataKeyId(new UUID(1, 2)), Owner.user("alice"), 1, "local:x");

    @Test
    void closingOverwritesTheKeyMaterial() {
        byte[] material = new byte[32];
        material[7] = 42;
        var key = DataKey.of(WRAPPED, material);

        key.close();

        assertThat(material).containsOnly(0);
    }

    @Test
    void aClosedKeyIsOfNoUse() {
        var key = DataKey.of(WRAPPED, new byte[32]);
        key.close();
        key.close();

        assertThatThrownBy(() -> key.derive(DataKey.Use.SEAL, "AES")).isInstanceOf(IllegalStateException.class);
        assertThat(key.copy()).isEmpty();
    }

    @Test
    void sealingAndAuthenticatingUseDifferentKeys() throws Exception {
        var key = DataKey.of(WRAPPED, new byte[32]);

        assertThat(key.derive(DataKey.Use.SEAL, "AES").getEncoded())
                .isNotEqualTo(key.derive(DataKey.Use.AUTHENTICATE, "AES").getEncoded());
    }

    @Test
    void itPrintsNothingOfItself() {
        assertThat(DataKey.of(WRAPPED, new byte[32])).hasToString("[data key]");
    }

    @Test
    void aKeyOfTheWrongLengthIsRefused() {
        assertThatThrownBy(() -> DataKey.of(WRAPPED, new byte[16])).isInstanceOf(IllegalArgumentException.class);
    }
}
