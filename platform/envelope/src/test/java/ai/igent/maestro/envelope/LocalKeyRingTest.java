package ai.igent.maestro.envelope;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ai.igent.maestro.vocabulary.Owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LocalKeyRingTest extends DataKeysContract {
    private static final Owner ALICE = Owner.user("alice");

    private final LocalKeyRing ring = LocalKeys.ring();

    @TempDir
    private Path folder;

    @Override
    protected DataKeys keys() {
        return ring;
    }

    @Override
    protected WrappingKey wrappingKey() {
        return ring;
    }

    @Override
    protected DataKeys foreignKeys() {
        return LocalKeys.ring();
    }

    @Test
    void aKeyOfAMasterKeyTheRingDoesNotHoldDoesNotUnwrap() {
        var key = ring.create(ALICE).await().indefinitely().wrapped();
        var other = new WrappedDataKey(key.id(), key.owner(), 2, key.ciphertext());

        assertThatThrownBy(() -> ring.unwrap(other).await().indefinitely()).isInstanceOf(EnvelopeFailure.SealBroken.class);
    }

    @Test
    void anotherProcessFollowsARotationOfTheFileItShares() {
        var file = file();
        LocalKeyRing here = LocalKeys.ring(file);
        LocalKeyRing there = LocalKeys.ring(file);

        assertThat(here.rotate().await().indefinitely()).isEqualTo(2);

        var wrapped = here.create(ALICE).await().indefinitely().wrapped();
        assertThat(wrapped.keyVersion()).isEqualTo(2);
        assertThat(there.unwrap(wrapped).await().indefinitely().wrapped()).isEqualTo(wrapped);
        assertThat(there.newestVersion().await().indefinitely()).isEqualTo(2);
        assertThat(there.create(ALICE).await().indefinitely().wrapped().keyVersion()).isEqualTo(2);
    }

    @Test
    void aFileThatIsGoneIsAKeyServiceThatIsAwayAndWhatIsKnownStillUnwraps() throws IOException {
        LocalKeyRing here = LocalKeys.ring(file());
        var wrapped = here.create(ALICE).await().indefinitely().wrapped();
        Files.delete(folder.resolve("ring"));

        assertThat(here.unwrap(wrapped).await().indefinitely().wrapped()).isEqualTo(wrapped);
        assertThatThrownBy(() -> here.rewrap(wrapped).await().indefinitely()).isInstanceOf(EnvelopeFailure.KeysUnavailable.class);
        assertThatThrownBy(() -> here.rotate().await().indefinitely()).isInstanceOf(EnvelopeFailure.KeysUnavailable.class);
    }

    private KeyRingFile file() {
        var file = new KeyRingFile(folder.resolve("ring"));
        file.create(new SecureRandom());
        return file;
    }
}
