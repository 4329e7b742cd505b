package ai.igent.maestro.envelope;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which key service a process in production uses. */
class KeyServiceStartTest {
    @TempDir
    Path folder;

    @Test
    void theExternalOneIsUsedWhereThereIsOneAndNoKeyRingIsMade() {
        var service = KeyService.of(LocalKeys.ring());

        assertThat(start(Optional.of(service), true).keyService(true)).isSameAs(service);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void withoutOneTheKeyRingIsRefusedUnlessItIsAllowed() {
        assertThatThrownBy(() -> start(Optional.empty(), false).keyService(true)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("VAULT_ADDR").hasMessageContaining("maestro.envelope.local-key-ring-allowed");
        assertThat(folder).isEmptyDirectory();

        assertThat(start(Optional.empty(), true).keyService(true).dataKeys()).isInstanceOf(LocalKeyRing.class);
    }

    private KeyServiceStart start(Optional<KeyService> external, boolean keyRingAllowed) {
        var config = new KeyRingSettings(Optional.of(folder.resolve("ring")), keyRingAllowed);
        return new KeyServiceStart(config, new External(external), new LocalKeyRingStart(config, UUID::randomUUID, new SecureRandom()),
                Clock.systemUTC());
    }

    private record External(Optional<KeyService> service) implements ExternalKeyService {
        @Override
        public boolean isConfigured() {
            return service.isPresent();
        }

        @Override
        public KeyService open() {
            return service.orElseThrow();
        }
    }
}
