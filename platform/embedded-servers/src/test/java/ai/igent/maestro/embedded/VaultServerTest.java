package ai.igent.maestro.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class VaultServerTest {
    @TempDir
    private Path folder;

    @Test
    void whatItKeptIsThereAgainAfterARestart() {
        try (var server = VaultServer.keptIn(folder, 0)) {
            server.root().post("sys/mounts/transit", Map.of("type", "transit"));
            server.root().post("transit/keys/mine", Map.of("derived", true));
        }
        try (var server = VaultServer.keptIn(folder, 0)) {
            assertThat(server.root().get("transit/keys/mine").at("/data/derived").asBoolean()).isTrue();
        }
    }

    @Test
    void theKeyThatUnsealsItIsReadableByItsOwnerOnly() throws Exception {
        VaultServer.keptIn(folder, 0).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("unseal.json")))).isEqualTo("rw-------");
    }

    @Test
    void sealedItServesNobodyUntilItIsUnsealed() {
        try (var server = VaultServer.temporary()) {
            server.seal();
            assertThat(server.root().status("GET", "sys/mounts", Map.of())).isEqualTo(503);

            server.unseal();
            assertThat(server.root().status("GET", "sys/mounts", Map.of())).isEqualTo(200);
        }
    }

    @Test
    void stoppedAndStartedItIsTheSameVault() {
        try (var server = VaultServer.temporary()) {
            server.root().post("sys/mounts/transit", Map.of("type", "transit"));
            server.stop();
            server.start();

            assertThat(server.root().get("sys/mounts").has("transit/")).isTrue();
        }
    }
}
