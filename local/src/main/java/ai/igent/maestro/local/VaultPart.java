package ai.igent.maestro.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import ai.igent.maestro.embedded.VaultServer;

/**
 * The Vault of a stack. It is unsealed by the launcher, with a key that lies beside its data, and set up by the script that operators use. No service
 * gets its root token: each signs in with a role of its own.
 */
final class VaultPart implements AutoCloseable {
    private static final Part PART = Part.HASHICORP_VAULT;

    private final VaultServer server;
    private final StateFolder state;

    private VaultPart(VaultServer server, StateFolder state) {
        this.server = server;
        this.state = state;
    }

    static VaultPart start(Options options, StateFolder state, int port) {
        var server = VaultServer.keptIn(state.vault(), port);
        var part = new VaultPart(server, state);
        try {
            part.writeDown();
            part.setUp(options.programs().resolve("deploy/vault/setup.sh"));
            return part;
        } catch (RuntimeException e) {
            part.close();
            throw e;
        }
    }

    /** So that the next launcher finds it when this one is killed. */
    private void writeDown() {
        KnownProcess.written(ProcessHandle.of(server.pid()).orElseThrow(), state.running(), PART.word());
    }

    private void setUp(Path script) {
        Path log = state.freshLog("vault-setup");
        var run = new ProcessBuilder("sh", script.toString()).redirectErrorStream(true).redirectOutput(log.toFile());
        run.environment().keySet().removeIf(name -> name.startsWith("VAULT_") || name.startsWith("MAESTRO_"));
        run.environment().putAll(Map.of("VAULT_ADDR", server.address(), "VAULT_TOKEN", server.rootToken()));
        try {
            if (run.start().waitFor() != 0)
                throw new StackFailure("Vault could not be set up, see " + log + ".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        }
    }

    /** What a service needs to sign in. */
    Map<String, String> environment(Part service) {
        String role = "auth/approle/role/" + service.title();
        return Map.of("VAULT_ADDR", server.address(), "MAESTRO_ENVELOPE_VAULT_AUTHENTICATION_METHOD", "approle",
                "MAESTRO_ENVELOPE_VAULT_AUTHENTICATION_ROLE_ID", server.root().get(role + "/role-id").at("/data/role_id").asText(),
                "MAESTRO_ENVELOPE_VAULT_AUTHENTICATION_SECRET_ID_FILE", secretId(service, role).toString());
    }

    /** Made once; kept where nobody else can read it. */
    private Path secretId(Part service, String role) {
        Path file = state.vaultSecret(service);
        try {
            if (!Files.exists(file)) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, server.root().post(role + "/secret-id", Map.of()).at("/data/secret_id").asText());
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it again after {@link #stop}. */
    void restart() {
        server.start();
        writeDown();
    }

    void stop() {
        server.stop();
        KnownProcess.forget(state.running(), PART.word());
    }

    @Override
    public void close() {
        stop();
        server.close();
    }
}
