package ai.igent.maestro.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import ai.igent.maestro.embedded.VaultApi;
import ai.igent.maestro.embedded.VaultServer;

/** A real Vault, prepared by the script that operators run. For tests that may break it: whoever makes one has it alone and closes it. */
public final class PreparedVault implements AutoCloseable {
    private final VaultServer server = VaultServer.temporary();

    public PreparedVault() {
        prepare(Map.of());
    }

    /** Runs the script, as often as one likes; answers what it said. */
    public String prepare(Map<String, String> settings) {
        return run("setup.sh", settings);
    }

    /** Runs a script of {@code deploy/vault} as somebody who may do anything; answers what it said. */
    public String run(String script, Map<String, String> settings, String... arguments) {
        try {
            var command = new ArrayList<>(List.of("sh", folder().resolve(script).toString()));
            command.addAll(List.of(arguments));
            var process = new ProcessBuilder(command).redirectErrorStream(true);
            process.environment().putAll(settings);
            process.environment().put("VAULT_ADDR", server.address());
            process.environment().put("VAULT_TOKEN", server.rootToken());
            var running = process.start();
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

    /** Tests run in the folder of their module. */
    private static Path folder() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("deploy/vault")).filter(Files::exists).findFirst().orElseThrow();
    }

    public VaultServer server() {
        return server;
    }

    /** As somebody who may do anything. */
    public VaultApi root() {
        return server.root();
    }

    /** What {@code service} needs to find this Vault and sign in, as configuration. */
    public Map<String, String> appRole(String service) {
        return Map.of("maestro.envelope.vault.address", server.address(), "maestro.envelope.vault.key", service,
                "maestro.envelope.vault.authentication.method", "approle",
                "maestro.envelope.vault.authentication.role-id", roleId(service),
                "maestro.envelope.vault.authentication.secret-id", secretId(service));
    }

    public String roleId(String service) {
        return root().get("auth/approle/role/" + service + "/role-id").at("/data/role_id").asText();
    }

    /** A new one each time. */
    public String secretId(String service) {
        return root().post("auth/approle/role/" + service + "/secret-id", Map.of()).at("/data/secret_id").asText();
    }

    /** What {@code service} may do, with a token as it gets one. */
    public VaultApi as(String service) {
        var answer = server.anonymous().post("auth/approle/login", Map.of("role_id", roleId(service), "secret_id", secretId(service)));
        return server.anonymous().as(answer.at("/auth/client_token").asText());
    }

    @Override
    public void close() {
        server.close();
    }
}
