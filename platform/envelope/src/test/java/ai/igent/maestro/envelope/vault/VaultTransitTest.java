package ai.igent.maestro.envelope.vault;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import ai.igent.maestro.envelope.DataKey;
import ai.igent.maestro.envelope.DataKeys;
import ai.igent.maestro.envelope.DataKeysContract;
import ai.igent.maestro.envelope.EnvelopeFailure;
import ai.igent.maestro.envelope.WrappedDataKey;
import ai.igent.maestro.envelope.WrappingKey;
import ai.igent.maestro.test.PreparedVault;
import ai.igent.maestro.vocabulary.Owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The contract on a real Vault, with the policy a service has there. */
class VaultTransitTest extends DataKeysContract {
    private static final Owner ALICE = Owner.user("alice");

    private static PreparedVault vault;
    private static VaultTransit transit;
    private static VaultTransit foreign;

    @BeforeAll
    static void prepare() {
        vault = new PreparedVault();
        transit = Transits.of(vault.appRole("vault-service"));
        foreign = Transits.of(vault.appRole("oauth-service"));
    }

    @AfterAll
    static void stop() {
        vault.close();
    }

    @Override
    protected DataKeys keys() {
        return transit;
    }

    @Override
    protected WrappingKey wrappingKey() {
        return transit;
    }

    @Override
    protected DataKeys foreignKeys() {
        return foreign;
    }

    @Test
    void aKeyGivenAnotherIdDoesNotUnwrap() {
        var key = created();
        var other = created();

        assertThatThrownBy(() -> unwrap(new WrappedDataKey(other.id(), ALICE, key.keyVersion(), key.ciphertext())))
                .isInstanceOf(EnvelopeFailure.SealBroken.class);
    }

    @Test
    void whateverIsWrittenIntoTheRowIsBrokenAndNeverAnAbsentVault() {
        var key = created();
        String body = key.ciphertext().substring(key.ciphertext().lastIndexOf(':') + 1);
        Stream<String> ciphertexts = Stream.of("", "vault", "vault:v1", "vault:v1:", "vault:v1:AAAA", "vault:v1:%", "vault:v0:" + body,
                "vault:v-1:" + body, "vault:v999999999:" + body, "vault:v99999999999:" + body, "vault:v1:" + body + "A", "Vault:v1:" + body,
                "vault:v1:" + body + "\n", "local:" + body, body, "vault:v1:" + "A".repeat(100_000));

        for (String ciphertext : ciphertexts.toList())
            for (int version : List.of(1, key.keyVersion(), 999_999_999))
                assertThatThrownBy(() -> unwrap(new WrappedDataKey(key.id(), ALICE, version, ciphertext)))
                        .isInstanceOf(EnvelopeFailure.SealBroken.class);
    }

    @Test
    void aRowThatNamesAnotherVersionThanItsCiphertextIsBroken() {
        var key = created();

        assertThatThrownBy(() -> unwrap(new WrappedDataKey(key.id(), ALICE, key.keyVersion() + 1, key.ciphertext())))
                .isInstanceOf(EnvelopeFailure.SealBroken.class);
    }

    @Test
    void ownersWithUnusualNamesHaveTheirKeysToo() {
        for (String name : List.of("a|b", "ü\"'\\", "x".repeat(200))) {
            var owner = Owner.user(name);
            var key = transit.create(owner).await().indefinitely();
            assertThat(unwrap(key.wrapped()).wrapped()).isEqualTo(key.wrapped());
        }
    }

    private static WrappedDataKey created() {
        return transit.create(ALICE).await().indefinitely().wrapped();
    }

    private static DataKey unwrap(WrappedDataKey wrapped) {
        return transit.unwrap(wrapped).await().indefinitely();
    }
}
