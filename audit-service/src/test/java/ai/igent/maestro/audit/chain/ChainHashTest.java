package ai.igent.maestro.audit.chain;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChainHashTest {
    private static final byte[] CONTENT = "{}".getBytes(StandardCharsets.UTF_8);

    @Test
    void isSha256OverPreviousHashPlaceAndContent() {
        // printf '%064d%08x%016x7b7d' 0 3 7 | xxd -r -p | sha256sum
        assertThat(HexFormat.of().formatHex(ChainHash.of(ChainHash.genesis(), 3, 7, CONTENT)))
                .isEqualTo("60efc7bf0976898ee8f7f4766b1b3e1d3684a48253cca51cabf5f609e81f7d40");
    }

    @Test
    void dependsOnEachOfThem() {
        byte[] hash = ChainHash.of(ChainHash.genesis(), 3, 7, CONTENT);

        assertThat(ChainHash.of(hash, 3, 7, CONTENT)).isNotEqualTo(hash);
        assertThat(ChainHash.of(ChainHash.genesis(), 4, 7, CONTENT)).isNotEqualTo(hash);
        assertThat(ChainHash.of(ChainHash.genesis(), 3, 8, CONTENT)).isNotEqualTo(hash);
        assertThat(ChainHash.of(ChainHash.genesis(), 3, 7, new byte[0])).isNotEqualTo(hash);
    }
}
