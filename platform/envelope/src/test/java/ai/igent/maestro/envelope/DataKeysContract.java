package ai.igent.maestro.envelope;

import java.security.SecureRandom;

import org.junit.jupiter.api.Test;

import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every key service must do, whoever wraps the keys. */
abstract class DataKeysContract {
    private static final Owner ALICE = Owner.user("alice");
    private static final Owner BOB = Owner.user("bob");
    private static final AssociatedData ROW = new AssociatedData(ALICE, "sec_1", 1);

    private final Sealer sealer = new Sealer(new SecureRandom());

    /** The adapter under test; every call reaches the same key service. */
    abstract DataKeys keys();

    /** The adapter under test at another key service. */
    abstract DataKeys foreignKeys();

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

    private void assertBroken(WrappedDataKey wrapped) {
        assertThatThrownBy(() -> unwrap(wrapped)).isInstanceOf(EnvelopeFailure.SealBroken.class);
    }

    private DataKey create(Owner owner) {
        return keys().create(owner).await().indefinitely();
    }

    private DataKey unwrap(WrappedDataKey wrapped) {
        return keys().unwrap(wrapped).await().indefinitely();
    }
}
