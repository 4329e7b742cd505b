package ai.igent.maestro.envelope.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ai.igent.maestro.embedded.KubernetesApi;
import ai.igent.maestro.embedded.KubernetesServer;
import ai.igent.maestro.envelope.EnvelopeFailure;
import ai.igent.maestro.test.PreparedVault;
import ai.igent.maestro.vocabulary.Owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Signing in with a pod's service account: a real Vault asks a real Kubernetes API server whose token it was shown. */
class KubernetesLoginTest {
    private static final Owner ALICE = Owner.user("alice");
    private static final String AUDIENCE = "vault";

    @TempDir
    private static Path folder;
    private static KubernetesServer cluster;
    private static PreparedVault vault;

    @BeforeAll
    static void prepare() throws IOException {
        cluster = KubernetesServer.temporary();
        var api = cluster.api();
        api.post("/api/v1/namespaces", Map.of("metadata", Map.of("name", "maestro")));
        for (String account : List.of("vault", "vault-service", "oauth-service", "session-service"))
            api.post("/api/v1/namespaces/maestro/serviceaccounts", Map.of("metadata", Map.of("name", account)));
        letVaultReviewTokens(api);
        vault = new PreparedVault();
        vault.server().offerKubernetesAuthentication();
        Path reviewer = Files.writeString(folder.resolve("reviewer"), tokenOf("vault", "https://kubernetes.default.svc"));
        vault.prepare(Map.of("MAESTRO_VAULT_AUTH", "approle kubernetes", "MAESTRO_KUBERNETES_HOST", cluster.address(),
                "MAESTRO_KUBERNETES_CA_FILE", cluster.certificate().toString(), "MAESTRO_KUBERNETES_REVIEWER_FILE", reviewer.toString()));
    }

    private static void letVaultReviewTokens(KubernetesApi api) {
        api.post("/apis/rbac.authorization.k8s.io/v1/clusterrolebindings", Map.of("metadata", Map.of("name", "vault"), "roleRef",
                Map.of("apiGroup", "rbac.authorization.k8s.io", "kind", "ClusterRole", "name", "system:auth-delegator"), "subjects",
                List.of(Map.of("kind", "ServiceAccount", "name", "vault", "namespace", "maestro"))));
    }

    @AfterAll
    static void stop() {
        if (vault != null)
            vault.close();
        if (cluster != null)
            cluster.close();
    }

    @Test
    void aServicesAccountGetsKeysOfThatService() throws IOException {
        var transit = withToken("vault-service", tokenOf("vault-service", AUDIENCE));

        assertThat(transit.create(ALICE).await().indefinitely().wrapped().owner()).isEqualTo(ALICE);
    }

    @Test
    void anotherServicesAccountIsDenied() throws IOException {
        assertDenied(withToken("vault-service", tokenOf("oauth-service", AUDIENCE)));
    }

    @Test
    void aTokenMadeForSomebodyElseThanVaultIsDenied() throws IOException {
        assertDenied(withToken("vault-service", tokenOf("vault-service", "https://kubernetes.default.svc")));
    }

    @Test
    void theTokenOfAnAccountThatIsGoneIsDenied() throws IOException {
        String token = tokenOf("session-service", AUDIENCE);
        cluster.api().delete("/api/v1/namespaces/maestro/serviceaccounts/session-service");

        assertDenied(withToken("session-service", token));
    }

    @Test
    void whatIsNoTokenIsDeniedAndNoFileToo() throws IOException {
        assertDenied(withToken("vault-service", "canary-nonsense"));
        assertDenied(withFile("vault-service", folder.resolve("absent")));
    }

    /** The API server speaks TLS with a certificate of its own making; it is no Vault, and denies. */
    @Test
    void onlyWhomATrustedAuthorityVouchesForIsShownTheToken() {
        var settings = VaultSettings.with(Map.of("maestro.envelope.vault.key", "vault-service",
                "maestro.envelope.vault.authentication.token", "canary-token"), "address", cluster.address());

        assertUnavailable(Transits.of(settings), "cannot be reached");
        assertUnavailable(Transits.of(VaultSettings.with(settings, "ca-file", folder.resolve("absent").toString())), "cannot be reached");
        assertUnavailable(Transits.of(VaultSettings.with(settings, "ca-file", cluster.certificate().toString())), "denies");
    }

    private static String tokenOf(String account, String audience) {
        return cluster.api().post("/api/v1/namespaces/maestro/serviceaccounts/" + account + "/token",
                Map.of("spec", Map.of("audiences", List.of(audience), "expirationSeconds", 3600))).at("/status/token").asText();
    }

    private static VaultTransit withToken(String service, String token) throws IOException {
        return withFile(service, Files.writeString(Files.createTempFile(folder, "token", ""), token));
    }

    private static VaultTransit withFile(String service, Path token) {
        return Transits.of(Map.of("maestro.envelope.vault.address", vault.server().address(), "maestro.envelope.vault.key", service,
                "maestro.envelope.vault.authentication.method", "kubernetes", "maestro.envelope.vault.authentication.role", service,
                "maestro.envelope.vault.authentication.service-account-token-file", token.toString()));
    }

    private static void assertDenied(VaultTransit transit) {
        assertUnavailable(transit, "denies");
    }

    private static void assertUnavailable(VaultTransit transit, String why) {
        assertThatThrownBy(() -> transit.create(ALICE).await().indefinitely()).isInstanceOf(EnvelopeFailure.KeysUnavailable.class).cause()
                .hasMessageContaining(why);
    }
}
