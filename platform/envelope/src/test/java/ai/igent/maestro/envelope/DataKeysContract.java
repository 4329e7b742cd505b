package ai.igent.maestro.envelope;

import java.security.SecureRandom;
import java.util.List;

import org.junit.jupiter.api.Test;

import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every key service must do, whoever wraps the keys. */
public abstract class DataKeysContract {
    private static final Owner ALICE = Owner.user("alice");
    private static final Owner BOB = Owner.user("bob");
    private static final AssociatedData ROW = new AssociatedData(ALICE, "sec_1", 1);

    private final Sealer sealer = new Sealer(new SecureRandom());

    /** The adapter under test; every call reaches the same key service. */
    protected abstract DataKeys keys();

    /** What wraps the keys of {@link #keys()}. */
    protected abstract WrappingKey wrappingKey();

    /** The adapter under test at another key service. */
    protected abstract DataKeys foreignKeys();

    @Test
    void whatWasSealedUnderANewKeyOpensUnderTheSameKeyUnwrapped() {
        var created = create(ALICE);
        var sealed = sealer.seal(created, ROW, SecretValue.of("canary-contract"));

        var unwrapped = unwrap(created.wrapped());

        assertThat(sealer.open(unwrapped, ROW, sealed)).isEqualTo(SecretValue.of("canary-contract"));
    }

    @Test
    void everyKeyIsAnotherKeyWithAnotherName() {
        var first = create(ALICE);
        var second = create(ALICE);

        assertThat(first.wrapped().id()).isNotEqualTo(second.wrapped().id());
        assertThat(sealer.mac(first, new byte[1])).isNotEqualTo(sealer.mac(second, new byte[1]));
    }

    @Test
    void theWrappedKeySaysWhoseItIs() {
        assertThat(create(BOB).wrapped().owner()).isEqualTo(BOB);
    }

    @Test
    void aKeyGivenToAnotherOwnerDoesNotUnwrap() {
        var key = create(ALICE).wrapped();

        assertBroken(new WrappedDataKey(key.id(), BOB, key.keyVersion(), key.ciphertext()));
    }

    @Test
    void aChangedCiphertextDoesNotUnwrap() {
        var key = create(ALICE).wrapped();
        var text = key.ciphertext();
        char changed = text.charAt(text.length() - 8) == 'A' ? 'B' : 'A';
        var tampered = text.substring(0, text.length() - 8) + changed + text.substring(text.length() - 7);

        assertBroken(new WrappedDataKey(key.id(), ALICE, key.keyVersion(), tampered));
    }

    @Test
    void aCiphertextThatIsNoneDoesNotUnwrap() {
        var key = create(ALICE).wrapped();

        assertBroken(new WrappedDataKey(key.id(), ALICE, key.keyVersion(), "nonsense"));
    }

    @Test
    void aKeyOfAnotherKeyServiceDoesNotUnwrap() {
        assertBroken(foreignKeys().create(ALICE).await().indefinitely().wrapped());
    }

    @Test
    void closingOneUnwrappedKeyLeavesTheOthersUsable() {
        var created = create(ALICE);
        var first = unwrap(created.wrapped());
        var second = unwrap(created.wrapped());

        first.close();
        created.close();

        assertThat(sealer.mac(second, new byte[1])).hasSize(32);
        assertThat(sealer.mac(unwrap(created.wrapped()), new byte[1])).hasSize(32);
    }

    @Test
    void aRotationAddsAVersionThatWrapsNewKeys() {
        int before = newestVersion();

        int rotated = wrappingKey().rotate().await().indefinitely();

        assertThat(rotated).isEqualTo(before + 1).isEqualTo(newestVersion());
        assertThat(create(ALICE).wrapped().keyVersion()).isEqualTo(rotated);
    }

    @Test
    void aKeyFromBeforeARotationStillUnwraps() {
        var created = create(ALICE);
        var sealed = sealer.seal(created, ROW, SecretValue.of("canary-rotated"));

        wrappingKey().rotate().await().indefinitely();

        assertThat(sealer.open(unwrap(created.wrapped()), ROW, sealed)).isEqualTo(SecretValue.of("canary-rotated"));
    }

    @Test
    void aRewrappedKeyIsTheSameKeyUnderTheNewestVersion() {
        var created = create(ALICE);
        var sealed = sealer.seal(created, ROW, SecretValue.of("canary-rewrapped"));
        int newest = wrappingKey().rotate().await().indefinitely();

        var rewrapped = rewrap(created.wrapped());

        assertThat(rewrapped.id()).isEqualTo(created.wrapped().id());
        assertThat(rewrapped.owner()).isEqualTo(ALICE);
        assertThat(rewrapped.keyVersion()).isEqualTo(newest);
        assertThat(sealer.open(unwrap(rewrapped), ROW, sealed)).isEqualTo(SecretValue.of("canary-rewrapped"));
        assertThat(sealer.open(unwrap(created.wrapped()), ROW, sealed)).isEqualTo(SecretValue.of("canary-rewrapped"));
    }

    @Test
    void rewrappingWhatIsWrappedByTheNewestVersionKeepsItsVersion() {
        var key = rewrap(create(ALICE).wrapped());

        assertThat(key.keyVersion()).isEqualTo(newestVersion());
        assertThat(unwrap(key).wrapped()).isEqualTo(key);
    }

    @Test
    void whatDoesNotUnwrapIsNotRewrapped() {
        var key = create(ALICE).wrapped();
        var foreign = foreignKeys().create(ALICE).await().indefinitely().wrapped();

        for (var broken : List.of(new WrappedDataKey(key.id(), BOB, key.keyVersion(), key.ciphertext()),
                new WrappedDataKey(key.id(), ALICE, key.keyVersion(), "nonsense"), foreign))
            assertThatThrownBy(() -> rewrap(broken)).isInstanceOf(EnvelopeFailure.SealBroken.class);
    }

    private void assertBroken(WrappedDataKey wrapped) {
        assertThatThrownBy(() -> unwrap(wrapped)).isInstanceOf(EnvelopeFailure.SealBroken.class);
    }

    private DataKey create(Owner owner) {
        return keys().create(owner).await().indefinitely();
    }

    private WrappedDataKey rewrap(WrappedDataKey wrapped) {
        return keys().rewrap(wrapped).await().indefinitely();
    }

    private int newestVersion() {
        return wrappingKey().newestVersion().await().indefinitely();
    }

    private DataKey unwrap(WrappedDataKey wrapped) {
        return keys().unwrap(wrapped).await().indefinitely();
    }
}
