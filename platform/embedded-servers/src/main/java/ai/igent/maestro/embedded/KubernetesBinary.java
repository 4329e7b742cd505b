package ai.igent.maestro.embedded;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a Kubernetes API server is on this machine: where {@code MAESTRO_KUBE_APISERVER_BINARY} says, else on the {@code PATH}, else where the
 * launcher builds one.
 */
public final class KubernetesBinary {
    private static final ServerBinary SERVER = new ServerBinary("MAESTRO_KUBE_APISERVER_BINARY", List.of("kube-apiserver"),
            "kube-apiserver");

    private KubernetesBinary() {}

    /** @throws IllegalStateException saying how to get one */
    static Path require() {
        return SERVER.find().orElseThrow(() -> new IllegalStateException(
                "no Kubernetes API server on this machine: ./maestro test builds one with Go; or put kube-apiserver on the PATH, or set "
                        + SERVER.setting()));
    }

    /** The API server keeps its objects in an etcd, which is a program of its own. */
    static Path requireEtcd() {
        return ServerBinary.onThePath("etcd").orElseThrow(() -> new IllegalStateException("etcd is not on the PATH"));
    }
}
