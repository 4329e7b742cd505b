package ai.igent.maestro.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * A real Kubernetes API server with its etcd, on the loopback address, for tests. Objects, admission, RBAC, service accounts and their tokens are
 * real; there is no scheduler and no kubelet, so no pod ever runs, and no controller, so nothing follows from what is created. {@link #close()} stops
 * both and throws their data away; it is idempotent.
 */
public final class KubernetesServer implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);

    private final DataFolder data = DataFolder.temporary("maestro-kubernetes");
    private final int port = FreePort.next();
    private final String token = UUID.randomUUID().toString();
    private final List<ServerProcess> processes = new ArrayList<>();

    private KubernetesServer() {}

    public static KubernetesServer temporary() {
        KubernetesServer server = new KubernetesServer();
        try {
            server.start();
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    public String address() {
        return "https://127.0.0.1:" + port;
    }

    /** Of a member of {@code system:masters}. */
    public String token() {
        return token;
    }

    public KubernetesApi api() {
        return new KubernetesApi(this);
    }

    /** The certificate that the server made for itself, in PEM. */
    public Path certificate() {
        return file("certificates/apiserver.crt");
    }

    /** For {@code kubectl --kubeconfig}, as {@link #token()} allows. */
    public Path kubeconfig() {
        return file("kubeconfig");
    }

    private void start() {
        try {
            String etcd = startEtcd();
            writeKeys();
            Files.writeString(file("tokens.csv"), token + ",admin,1,system:masters\n");
            Files.writeString(kubeconfig(), kubeconfigText());
            startApiServer(etcd);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String startEtcd() {
        String clients = "http://127.0.0.1:" + FreePort.next();
        String peers = "http://127.0.0.1:" + FreePort.next();
        ServerProcess etcd = launch("etcd", List.of(KubernetesBinary.requireEtcd().toString(), "--name=only", "--data-dir=" + file("etcd"),
                "--listen-client-urls=" + clients, "--advertise-client-urls=" + clients, "--listen-peer-urls=" + peers,
                "--initial-advertise-peer-urls=" + peers, "--initial-cluster=only=" + peers));
        etcd.await(START, () -> HttpsProbe.answersPlainly(clients + "/health"));
        return clients;
    }

    private void startApiServer(String etcd) {
        ServerProcess server = launch("kube-apiserver", List.of(KubernetesBinary.require().toString(), "--etcd-servers=" + etcd,
                "--secure-port=" + port, "--bind-address=127.0.0.1", "--cert-dir=" + file("certificates"),
                "--service-account-issuer=https://kubernetes.default.svc", "--service-account-key-file=" + file("service-account.pub"),
                "--service-account-signing-key-file=" + file("service-account.key"), "--token-auth-file=" + file("tokens.csv"),
                "--authorization-mode=RBAC", "--service-cluster-ip-range=10.0.0.0/24"));
        server.await(START, () -> HttpsProbe.answers(address() + "/readyz", certificate(), token));
    }

    private ServerProcess launch(String name, List<String> command) {
        ServerProcess process = ServerProcess.start(name, data.path(), command);
        processes.addFirst(process);
        return process;
    }

    private void writeKeys() throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var pair = generator.generateKeyPair();
            Files.writeString(file("service-account.key"), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            Files.writeString(file("service-account.pub"), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String pem(String what, byte[] der) {
        String lines = Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(der);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }

    private String kubeconfigText() {
        return """
                apiVersion: v1
                kind: Config
                clusters: [{name: only, cluster: {server: "%s", certificate-authority: "%s"}}]
                users: [{name: admin, user: {token: "%s"}}]
                contexts: [{name: only, context: {cluster: only, user: admin}}]
                current-context: only
                """.formatted(address(), certificate(), token);
    }

    private Path file(String name) {
        return data.path().resolve(name);
    }

    @Override
    public void close() {
        processes.forEach(ServerProcess::close);
        data.release();
    }
}
