package ai.igent.maestro.embedded;

import java.nio.file.Path;
import java.util.List;

/** Where a Vault, or an OpenBao, is on this machine: {@code MAESTRO_VAULT_BINARY}, {@code vault}, {@code bao}, or what the launcher built. */
public final class VaultBinary {
    private static final ServerBinary SERVER = new ServerBinary("MAESTRO_VAULT_BINARY", List.of("vault", "bao"), "vault");
    private static final ServerBinary KUBERNETES = new ServerBinary("MAESTRO_VAULT_KUBERNETES_BINARY", List.of(),
            "vault-plugin-auth-kubernetes");

    private VaultBinary() {}

    /** @throws IllegalStateException saying how to get one */
    public static Path require() {
        return SERVER.find().orElseThrow(() -> new IllegalStateException(
                "no Vault on this machine: ./maestro test and ./maestro up --vault build one with Go; or install vault or bao, or set "
                        + SERVER.setting()));
    }

    /** The plugin for Kubernetes authentication, which the Vault that the launcher builds does not have in itself. */
    static Path requireKubernetesPlugin() {
        return KUBERNETES.find().orElseThrow(() -> new IllegalStateException(
                "this Vault has no Kubernetes authentication: ./maestro test builds the plugin with Go; or set " + KUBERNETES.setting()));
    }
}
