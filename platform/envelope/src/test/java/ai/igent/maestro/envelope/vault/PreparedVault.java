package ai.igent.maestro.envelope.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import ai.igent.maestro.embedded.VaultApi;
import ai.igent.maestro.embedded.VaultServer;

/** A real Vault, prepared by the script that operators run, for tests that may break it: each has its own. */
final class PreparedVault implements AutoCloseable {
    static final String SERVICE = "vault-service";
    private static final Path SCRIPT = Path.of("../../deploy/vault/setup.sh").toAbsolutePath().normalize();

    private final VaultServer server = VaultServer.temporary();

    PreparedVault() {
        prepare(Map.of());
    }

    /** Runs the script, as often as one likes. */
    String prepare(Map<String, String> settings) {
        try {
            var script = new ProcessBuilder("sh", SCRIPT.toString()).redirectErrorStream(true);
            script.environment().putAll(settings);
            script.environment().put("VAULT_ADDR", server.address());
            script.environment().put("VAULT_TOKEN", server.rootToken());
            var running = script.start();
            String said = new String(running.getInputStream().readAllBytes());
            if (running.waitFor() != 0)
                throw new IllegalStateException("the script failed: " + said);
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    VaultServer server() {
        return server;
    }

    VaultApi root() {
        return server.root();
    }

    /** What a service signs in with, as configuration. */
    Map<String, String> appRole(String service) {
        return Map.of("authentication.method", "approle",
                "authentication.role-id", root().get("auth/approle/role/" + service + "/role-id").at("/data/role_id").asText(),
                "authentication.secret-id", secretId(service));
    }

    String secretId(String service) {
        return root().post("auth/approle/role/" + service + "/secret-id", Map.of()).at("/data/secret_id").asText();
    }

    /** A token as a service gets it. */
    String token(String service) {
        var credential = appRole(service);
        var answer = server.anonymous().post("auth/approle/login", Map.of("role_id", credential.get("authentication.role-id"),
                "secret_id", credential.get("authentication.secret-id")));
        return answer.at("/auth/client_token").asText();
    }

    /** The configuration of {@code service} with {@code settings} added. */
    VaultConfig config(String service, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("address", server.address(), "key", service));
        all.putAll(settings);
        return VaultSettings.of(all);
    }

    @Override
    public void close() {
        server.close();
    }
}
