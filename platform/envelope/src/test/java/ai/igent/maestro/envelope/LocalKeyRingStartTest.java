package ai.igent.maestro.envelope;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ai.igent.maestro.vocabulary.Owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LocalKeyRingStartTest {
    @TempDir
    Path folder;

    @Test
    void productionRefusesItAndNamesTheProperty() {
        var start = start(ring(), false);

        assertThatThrownBy(() -> start.keyRing(true)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("maestro.envelope.local-key-ring-allowed");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theLocalStackMayAllowIt() {
        assertThat(start(ring(), true).keyRing(true)).isNotNull();
    }

    @Test
    void withoutAFileItRefusesToStartAndNamesTheProperty() {
        assertThatThrownBy(() -> start(null, false).keyRing(false)).hasMessageContaining("maestro.envelope.key-ring.file");
    }

    @Test
    void aSecondStartUnwrapsTheKeysOfTheFirst() {
        var wrapped = start(ring(), false).keyRing(false).create(Owner.user("alice")).await().indefinitely().wrapped();

        var unwrapped = start(ring(), false).keyRing(false).unwrap(wrapped).await().indefinitely();

        assertThat(unwrapped.wrapped()).isEqualTo(wrapped);
    }

    private Path ring() {
        return folder.resolve("key-ring");
    }

    private static LocalKeyRingStart start(Path file, boolean allowed) {
        return new LocalKeyRingStart(new KeyRingSettings(Optional.ofNullable(file), allowed), UUID::randomUUID, new SecureRandom());
    }
}
