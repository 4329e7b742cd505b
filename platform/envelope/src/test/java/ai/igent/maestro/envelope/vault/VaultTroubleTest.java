package ai.igent.maestro.envelope.vault;

import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.embedded.FreePort;
import ai.igent.maestro.envelope.EnvelopeFailure;
import ai.igent.maestro.envelope.WrappedDataKey;
import ai.igent.maestro.test.PreparedVault;
import ai.igent.maestro.vocabulary.Owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What becomes of a service when something is wrong with its Vault, and that it goes on by itself when that is over. */
class VaultTroubleTest {
    private static final Owner ALICE = Owner.user("alice");

    private static PreparedVault vault;

    @BeforeAll
    static void prepare() {
        vault = new PreparedVault();
    }

    @AfterAll
    static void stop() {
        vault.close();
    }

    @Test
    void aSealedVaultIsUnavailableAndUnsealedItServesAgain() {
        var transit = signedIn("vault-service");
        var key = create(transit);

        vault.server().seal();
        assertUnavailable(transit.unwrap(key), "is sealed");
        assertUnavailable(transit.newestVersion(), "is sealed");

        vault.server().unseal();
        assertThat(get(transit.unwrap(key)).wrapped()).isEqualTo(key);
    }

    @Test
    void aStoppedVaultIsUnavailableAndStartedItServesAgain() {
        var transit = signedIn("vault-service");
        var key = create(transit);

        vault.server().stop();
        assertUnavailable(transit.unwrap(key), "cannot be reached");
        assertUnavailable(transit.create(ALICE), "cannot be reached");

        vault.server().start();
        assertThat(get(transit.unwrap(key)).wrapped()).isEqualTo(key);
        assertThat(create(transit).owner()).isEqualTo(ALICE);
    }

    @Test
    void aVaultThatWasNeverThereIsUnavailable() {
        var transit = Transits.of(VaultSettings.with(vault.appRole("vault-service"), "address", "http://127.0.0.1:" + FreePort.next()));

        assertUnavailable(transit.create(ALICE), "cannot be reached");
        assertUnavailable(transit.rotate(), "cannot be reached");
    }

    @Test
    void whoseKeyItIsNotIsDeniedAndServedOnceThePolicyAllowsIt() {
        var stranger = Transits.of(VaultSettings.with(vault.appRole("session-service"), "key", "audit-service"));
        assertUnavailable(stranger.create(ALICE), "denies");

        vault.root().post("auth/approle/role/session-service", Map.of("token_policies", "maestro-session-service,maestro-audit-service"));
        vault.root().post("sys/policies/acl/maestro-session-service", Map.of("policy",
                "path \"transit/*\" { capabilities = [\"read\", \"update\"] }"
                        + " path \"auth/token/lookup-self\" { capabilities = [\"read\"] }"));
        try {
            assertThat(create(stranger).owner()).isEqualTo(ALICE);
        } finally {
            vault.prepare(Map.of());
        }
    }

    @Test
    void aDeniedCallDoesNotSignInAgainAndAgain() {
        var stranger = Transits.of(VaultSettings.with(vault.appRole("session-service"), "key", "audit-service"));
        assertUnavailable(stranger.create(ALICE), "denies");
        int before = tokens();

        for (int i = 0; i < 5; i++)
            assertUnavailable(stranger.create(ALICE), "denies");

        assertThat(tokens()).isEqualTo(before);
    }

    @Test
    void wrongCredentialsAreNotShownAgainAtEachCall() {
        var impostor = Transits.of(VaultSettings.with(vault.appRole("vault-service"), "authentication.secret-id", "canary-secret-id"));
        assertUnavailable(impostor.create(ALICE), "denies");
        vault.server().stop();
        try {
            assertUnavailable(impostor.create(ALICE), "denies");
        } finally {
            vault.server().start();
        }
    }

    @Test
    void aTransitKeyThatIsNotThereIsUnavailableAndFoundOnceItIsMade() {
        var transit = asRoot("later");
        assertUnavailable(transit.create(ALICE), "does not have this service's transit key");

        vault.root().post("transit/keys/later", Map.of("derived", true));

        assertThat(create(transit).owner()).isEqualTo(ALICE);
    }

    @Test
    void aKeyThatDoesNotBindToAnOwnerIsNotUsed() {
        vault.root().post("transit/keys/not-derived", Map.of("derived", false));
        vault.root().post("transit/keys/exportable", Map.of("derived", true, "exportable", true));

        for (String name : new String[]{"not-derived", "exportable"}) {
            var transit = asRoot(name);
            assertUnavailable(transit.create(ALICE), "not derived, or may leave it");
        }
    }

    @Test
    void aRetiredVersionIsUnavailableUntilItIsAllowedAgainAndNotBroken() {
        var transit = signedIn("oauth-service");
        var old = create(transit);
        get(transit.rotate());
        vault.root().post("transit/keys/oauth-service/config", Map.of("min_decryption_version", 2));

        assertUnavailable(transit.unwrap(old), "min_decryption_version");
        assertUnavailable(transit.rewrap(old), "min_decryption_version");
        assertThat(create(transit).keyVersion()).isEqualTo(2);

        vault.root().post("transit/keys/oauth-service/config", Map.of("min_decryption_version", 1));
        assertThat(get(transit.unwrap(old)).wrapped()).isEqualTo(old);
    }

    private static int tokens() {
        return vault.root().get("auth/token/accessors?list=true").at("/data/keys").size();
    }

    private static VaultTransit signedIn(String service) {
        return Transits.of(vault.appRole(service));
    }

    private static VaultTransit asRoot(String key) {
        return Transits.of(Map.of("maestro.envelope.vault.address", vault.server().address(), "maestro.envelope.vault.key", key,
                "maestro.envelope.vault.authentication.token", vault.server().rootToken()));
    }

    private static WrappedDataKey create(VaultTransit transit) {
        return get(transit.create(ALICE)).wrapped();
    }

    private static <T> T get(Uni<T> uni) {
        return uni.await().indefinitely();
    }

    private static void assertUnavailable(Uni<?> call, String why) {
        assertThatThrownBy(() -> call.await().indefinitely()).isInstanceOf(EnvelopeFailure.KeysUnavailable.class)
                .hasMessage("the key service is not available").cause().hasMessageContaining(why);
    }
}
