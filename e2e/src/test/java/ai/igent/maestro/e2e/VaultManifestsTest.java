package ai.igent.maestro.e2e;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Where the manifests have the wrapping keys kept. */
class VaultManifestsTest {
    private static final Path FOLDER = Path.of("../deploy/kubernetes");

    @Test
    void whatSealsSignsInAtVaultWithATokenForVaultAlone() throws Exception {
        String base = ManifestsTest.render(FOLDER.resolve("base"));

        assertThat(base).contains("VAULT_ADDR: https://").doesNotContain("LOCAL_KEY_RING_ALLOWED");
        assertThat(base.split("audience: vault\n", -1)).hasSize(4);
        assertThat(base.split("AUTHENTICATION_METHOD\n *value: kubernetes\n", -1)).hasSize(4);
    }

    @Test
    void theEvaluationHasNoVaultAndSaysThatItsKeyRingsAreAllowed() throws Exception {
        assertThat(ManifestsTest.render(FOLDER.resolve("overlays/evaluation"))).contains("VAULT_ADDR: \"\"\n", "LOCAL_KEY_RING_ALLOWED")
                .doesNotContain("VAULT_ADDR: https");
    }
}
