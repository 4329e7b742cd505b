package ai.igent.maestro.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A stack whose data keys a Vault wraps. */
class VaultPartTest {
    @TempDir
    private Path folder;

    @Test
    void eachServiceGetsARoleOfItsOwnAndKeepsItOverARestart() throws IOException {
        var options = options().withVault();
        var state = StateFolder.at(options.state());
        Map<String, String> first;
        try (var keys = started(options, state)) {
            first = keys.of(Part.VAULT);
            assertThat(first).containsKey("VAULT_ADDR").containsEntry("MAESTRO_ENVELOPE_VAULT_AUTHENTICATION_METHOD", "approle")
                    .doesNotContainKey("MAESTRO_ENVELOPE_KEY_RING_FILE");
            assertThat(roleId(keys.of(Part.SESSION))).isNotEqualTo(roleId(first));
        }
        String secret = Files.readString(state.vaultSecret(Part.VAULT));
        try (var keys = started(options, state)) {
            assertThat(roleId(keys.of(Part.VAULT))).isEqualTo(roleId(first));
            assertThat(Files.readString(state.vaultSecret(Part.VAULT))).isEqualTo(secret);
        }
    }

    @Test
    void aFolderThatBeganWithAVaultGoesOnWithItUnasked() {
        var state = StateFolder.at(options().state());
        KeyKeeper.OWN_VAULT.keepIn(state);

        assertThat(KeyKeeper.chosen(options(), state)).isEqualTo(KeyKeeper.OWN_VAULT);
    }

    @Test
    void aFolderThatBeganWithKeyRingsRefusesAVault() {
        var state = StateFolder.at(options().state());
        state.keyRing(Part.VAULT);

        assertThat(KeyKeeper.chosen(options(), state)).isEqualTo(KeyKeeper.KEY_RINGS);
        assertThatThrownBy(() -> KeyKeeper.chosen(options().withVault(), state)).isInstanceOf(StackFailure.class)
                .hasMessageContaining("key rings in files").hasMessageContaining("./maestro reset");
    }

    @Test
    void aVaultOfTheUsersIsToldToTheServicesAsItWasGiven() {
        var given = Map.of("VAULT_ADDR", "http://127.0.0.1:1", "VAULT_TOKEN", "canary-token", "MAESTRO_ENVELOPE_VAULT_MOUNT", "mine",
                "OTHER", "x",
                "MAESTRO_PROGRAMS", "p", "MAESTRO_HOME", folder.resolve("state").toString());
        var options = Options.from(given);
        try (var keys = started(options, StateFolder.at(options.state()))) {
            assertThat(keys.of(Part.OAUTH)).containsOnlyKeys("VAULT_ADDR", "VAULT_TOKEN", "MAESTRO_ENVELOPE_VAULT_MOUNT");
        }
    }

    private static WrappingKeys started(Options options, StateFolder state) {
        var keys = new WrappingKeys(options, state);
        keys.start(0);
        return keys;
    }

    private Options options() {
        return Options.forTest(folder.resolve("state"));
    }

    private static String roleId(Map<String, String> environment) {
        return environment.get("MAESTRO_ENVELOPE_VAULT_AUTHENTICATION_ROLE_ID");
    }
}
