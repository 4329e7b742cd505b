package ai.igent.maestro.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A real Vault on the loopback address, its storage on disk, so that it can be sealed, stopped and started again. Initialized at its first start and
 * unsealed at each; empty otherwise. {@link #close()} stops it and is idempotent.
 */
public final class VaultServer implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);

    private final DataFolder data;
    private final int port;
    /** Where other nodes would speak to it; there are none, but Raft wants one. */
    private final int clusterPort = FreePort.next();
    private ServerProcess process;
    private VaultKeys keys;

    private VaultServer(DataFolder data, int port) {
        this.data = data;
        this.port = port;
    }

    /** A server for tests: any port, its data gone when it stops for good. */
    public static VaultServer temporary() {
        return started(new VaultServer(DataFolder.temporary("maestro-vault"), FreePort.next()));
    }

    /** A server whose data, and the key that unseals it, stay in {@code folder}. */
    public static VaultServer keptIn(Path folder, int port) {
        return started(new VaultServer(DataFolder.kept(folder), port == 0 ? FreePort.next() : port));
    }

    private static VaultServer started(VaultServer server) {
        try {
            server.start();
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** Starts it again, unsealed, after {@link #stop}. */
    public void start() {
        process = launch();
        process.await(START, this::answers);
        keys = VaultKeys.of(data.path().resolve("unseal.json"), anonymous());
        unseal();
    }

    private ServerProcess launch() {
        try {
            Files.createDirectories(data.path().resolve("storage"));
            Files.createDirectories(plugins());
            Path settings = data.path().resolve("vault.hcl");
            Files.writeString(settings, settings());
            return ServerProcess.start("vault", data.path(), List.of(VaultBinary.require().toString(), "server", "-config=" + settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String settings() {
        return """
                storage "raft" {
                  path = "%s"
                  node_id = "only"
                  performance_multiplier = 1
                }
                listener "tcp" {
                  address = "127.0.0.1:%d"
                  cluster_address = "127.0.0.1:%d"
                  tls_disable = true
                }
                api_addr = "%s"
                cluster_addr = "https://127.0.0.1:%d"
                plugin_directory = "%s"
                disable_mlock = true
                """.formatted(data.path().resolve("storage"), port, clusterPort, address(), clusterPort, plugins());
    }

    private boolean answers() {
        try {
            return anonymous().status("GET", "sys/seal-status", Map.of()) == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** What it holds is in memory only as ciphertext afterwards, and it answers 503 until it is unsealed. */
    public void seal() {
        root().post("sys/seal", Map.of());
    }

    /** Opens it, and waits until it serves. */
    public void unseal() {
        anonymous().post("sys/unseal", Map.of("key", keys.unsealKey()));
        process.await(START, () -> anonymous().status("GET", "sys/health", Map.of()) == 200);
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /** May do anything; never given to what is under test. */
    public VaultApi root() {
        return anonymous().as(keys.rootToken());
    }

    /** For scripts an operator runs. Not for services. */
    public String rootToken() {
        return keys.rootToken();
    }

    public VaultApi anonymous() {
        return new VaultApi(address(), Optional.empty());
    }

    private Path plugins() {
        return data.path().resolve("plugins");
    }

    /** Makes sure that it knows Kubernetes authentication: a Vault that was built with few plugins gets this one. */
    public void offerKubernetesAuthentication() {
        if (root().status("GET", "sys/plugins/catalog/auth/kubernetes", Map.of()) == 200)
            return;
        Path program = plugins().resolve("kubernetes");
        try {
            Files.copy(VaultBinary.requireKubernetesPlugin(), program, StandardCopyOption.COPY_ATTRIBUTES);
            String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(program)));
            root().post("sys/plugins/catalog/auth/kubernetes", Map.of("sha256", digest, "command", "kubernetes"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** Ends the process; {@link #start} begins it anew with the same data. */
    public void stop() {
        process.close();
    }

    @Override
    public void close() {
        if (process != null)
            stop();
        data.release();
    }
}
