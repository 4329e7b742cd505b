package ai.igent.maestro.embedded;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a Kubernetes API server is on this machine: where {@code MAESTRO_KUBE_APISERVER_BINARY} says, else on the {@code PATH}, else where the
 * launcher builds one.
 */
public final class KubernetesBinary {
    private static final String SETTING = "MAESTRO_KUBE_APISERVER_BINARY";
    private static final Pattern BUILT = Pattern.compile("kube-apiserver-[0-9a-f]{16}");

    private KubernetesBinary() {}

    /** @throws IllegalStateException saying how to get one */
    static Path require() {
        return find().orElseThrow(() -> new IllegalStateException(
                "no Kubernetes API server on this machine: ./maestro test builds one with Go; or put kube-apiserver on the PATH, or set "
                        + SETTING));
    }

    static Optional<Path> find() {
        return Optional.ofNullable(System.getenv(SETTING)).filter(setting -> !setting.isBlank()).map(Path::of)
                .or(() -> onThePath("kube-apiserver")).or(KubernetesBinary::built);
    }

    /** The API server keeps its objects in an etcd, which is a program of its own. */
    static Path requireEtcd() {
        return onThePath("etcd").orElseThrow(() -> new IllegalStateException("etcd is not on the PATH"));
    }

    private static Optional<Path> onThePath(String command) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).map(folder -> Path.of(folder, command))
                .filter(KubernetesBinary::isProgram).findFirst();
    }

    /** The newest of those built, each named after the sources it was built from. */
    private static Optional<Path> built() {
        Path cache = Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).filter(folder -> !folder.isBlank()).map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".cache")).resolve("maestro");
        if (!Files.isDirectory(cache))
            return Optional.empty();
        try (Stream<Path> found = Files.list(cache)) {
            return found.filter(path -> BUILT.matcher(path.getFileName().toString()).matches()).filter(KubernetesBinary::isProgram)
                    .max(Comparator.comparing(path -> path.toFile().lastModified()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isProgram(Path path) {
        return Files.isRegularFile(path) && Files.isExecutable(path);
    }
}
