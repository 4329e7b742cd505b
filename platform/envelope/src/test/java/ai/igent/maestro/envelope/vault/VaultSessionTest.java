package ai.igent.maestro.envelope.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.envelope.EnvelopeFailure;
import ai.igent.maestro.test.PreparedVault;
import ai.igent.maestro.vocabulary.Owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Signing in and staying signed in, at a real Vault. */
class VaultSessionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Owner ALICE = Owner.user("alice");
    private static final String SERVICE = "vault-service";

    private static PreparedVault vault;

    @TempDir
    private Path folder;

    @BeforeAll
    static void prepare() {
        vault = new PreparedVault();
    }

    @AfterAll
    static void stop() {
        vault.close();
    }

    @Test
    void aRevokedTokenIsReplacedWithinTheSameCall() {
        var transit = Transits.of(vault.appRole(SERVICE));
        create(transit);

        tokensOf(SERVICE).forEach(accessor -> vault.root().post("auth/token/revoke-accessor", Map.of("accessor", accessor)));

        create(transit);
        assertThat(tokensOf(SERVICE)).hasSize(1);
    }

    @Test
    void oneLoginServesAllWhoNeedItAtOnce() {
        var transit = Transits.of(vault.appRole("session-service"));

        Uni.join().all(IntStream.range(0, 50).mapToObj(i -> transit.create(ALICE)).toList()).andFailFast().await().indefinitely();

        assertThat(tokensOf("session-service")).hasSize(1);
    }

    @Test
    void aShortLivedTokenIsRenewedWhileNobodyAsks() {
        vault.prepare(Map.of("MAESTRO_VAULT_TOKEN_TTL", "4s"));
        try {
            create(Transits.of(vault.appRole("oauth-service")));
            String accessor = tokensOf("oauth-service").getFirst();
            String first = endOf(accessor);

            await("renewed").atMost(PATIENCE).until(() -> !endOf(accessor).equals(first));

            assertThat(tokensOf("oauth-service")).containsExactly(accessor);
        } finally {
            vault.prepare(Map.of());
        }
    }

    @Test
    void aTokenNearItsLongestLifeIsReplacedByANewLogin() {
        vault.prepare(Map.of("MAESTRO_VAULT_TOKEN_TTL", "3s", "MAESTRO_VAULT_TOKEN_MAX_TTL", "5s"));
        try {
            var transit = Transits.of(vault.appRole("audit-service"));
            create(transit);
            String first = tokensOf("audit-service").getFirst();

            await("another token").atMost(PATIENCE)
                    .until(() -> tokensOf("audit-service").stream().anyMatch(accessor -> !accessor.equals(first)));
            await("the first one is gone").atMost(PATIENCE).until(() -> !tokensOf("audit-service").contains(first));

            create(transit);
        } finally {
            vault.prepare(Map.of());
        }
    }

    @Test
    void aGivenTokenIsRenewedAndServesUntilItIsRevoked() {
        var given = vault.root().post("auth/token/create",
                Map.of("policies", List.of("maestro-" + SERVICE), "no_default_policy", true, "ttl", "1h"));
        var transit = Transits.of(withoutAppRole("authentication.token", given.at("/auth/client_token").asText()));
        create(transit);

        vault.root().post("auth/token/revoke-accessor", Map.of("accessor", given.at("/auth/accessor").asText()));

        assertThatThrownBy(() -> create(transit)).isInstanceOf(EnvelopeFailure.KeysUnavailable.class);
    }

    @Test
    void aSecretIdIsReadFromItsFileAtEachLogin() throws IOException {
        Path file = folder.resolve("secret-id");
        var settings = VaultSettings.with(vault.appRole(SERVICE), "authentication.secret-id-file", file.toString());
        String first = settings.remove("maestro.envelope.vault.authentication.secret-id");
        Files.writeString(file, first + "\n");
        var transit = Transits.of(settings);
        create(transit);

        Files.writeString(file, vault.secretId(SERVICE));
        vault.root().post("auth/approle/role/" + SERVICE + "/secret-id/destroy", Map.of("secret_id", first));
        tokensOf(SERVICE).forEach(accessor -> vault.root().post("auth/token/revoke-accessor", Map.of("accessor", accessor)));

        create(transit);
    }

    @Test
    void whatIsMissingForSigningInIsNamedAtTheStart() {
        for (var missing : Map.of("token", "authentication.token", "approle", "authentication.role-id", "kubernetes", "authentication.role")
                .entrySet())
            assertThatThrownBy(() -> Transits.of(withoutAppRole("authentication.method", missing.getKey())))
                    .isInstanceOf(IllegalStateException.class).hasMessageContaining("maestro.envelope.vault." + missing.getValue());
        assertThatThrownBy(
                () -> Transits.of(VaultSettings.with(withoutAppRole("authentication.method", "approle"), "authentication.role-id", "x")))
                .hasMessageContaining("secret-id-file");
    }

    private static Map<String, String> withoutAppRole(String key, String value) {
        return VaultSettings.with(Map.of("maestro.envelope.vault.address", vault.server().address(), "maestro.envelope.vault.key", SERVICE),
                key, value);
    }

    private static void create(VaultTransit transit) {
        assertThat(transit.create(ALICE).await().indefinitely().wrapped().owner()).isEqualTo(ALICE);
    }

    /** The accessors of the tokens that have the policy of {@code service}. */
    private static List<String> tokensOf(String service) {
        return vault.root().get("auth/token/accessors?list=true").at("/data/keys").valueStream().map(JsonNode::asText)
                .filter(accessor -> lookup(accessor).at("/data/policies").toString().contains("maestro-" + service)).toList();
    }

    private static String endOf(String accessor) {
        return lookup(accessor).at("/data/expire_time").asText();
    }

    /** Of a token that ended meanwhile there is nothing. */
    private static JsonNode lookup(String accessor) {
        return vault.root().find("auth/token/lookup-accessor", Map.of("accessor", accessor));
    }
}
