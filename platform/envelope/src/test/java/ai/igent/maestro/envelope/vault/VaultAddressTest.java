package ai.igent.maestro.envelope.vault;

import java.net.URI;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VaultAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"https://vault.example:8200", "http://127.0.0.1:8200", "http://localhost:8200", "http://[::1]:8200"})
    void keysMayCrossTlsOrStayOnThisMachine(String address) {
        assertThat(VaultAddress.of(at(address, "false"))).isEqualTo(URI.create(address));
    }

    @Test
    void elsewhereWithoutTlsIsRefusedUnlessSaidSo() {
        assertThatThrownBy(() -> VaultAddress.of(at("http://vault.example:8200", "false"))).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("maestro.envelope.vault.plain-http-allowed");
        assertThat(VaultAddress.of(at("http://vault.example:8200", "true"))).hasHost("vault.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vault.example:8200", "ftp://vault.example", "https://me:secret@vault.example", "https:///v1",
            "https://vault.example?x"})
    void whatIsNoAddressOfAVaultIsRefusedAndNotRepeated(String address) {
        assertThatThrownBy(() -> VaultAddress.of(at(address, "false"))).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("maestro.envelope.vault.address").message().doesNotContain("secret@");
    }

    @Test
    void aSlashAtTheEndDoesNotMatter() {
        assertThat(VaultAddress.of(at("https://vault.example/", "false"))).isEqualTo(URI.create("https://vault.example"));
    }

    private static VaultConfig at(String address, String plainHttpAllowed) {
        return VaultSettings.of(Map.of("maestro.envelope.vault.address", address, "maestro.envelope.vault.plain-http-allowed",
                plainHttpAllowed, "maestro.envelope.vault.key", "vault-service"));
    }
}
