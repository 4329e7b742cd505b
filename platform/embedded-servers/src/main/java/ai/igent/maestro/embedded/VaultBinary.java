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
 * Where a Vault, or an OpenBao, is on this machine: where {@code MAESTRO_VAULT_BINARY} says (a system property or an environment variable), else on
 * the {@code PATH}, else where the launcher builds one.
 */
public final class VaultBinary {
    static final String SETTING = "MAESTRO_VAULT_BINARY";
    private static final Pattern BUILT = Pattern.compile("vault-[0-9a-f]{16}");

    private VaultBinary() {}

    /** @throws IllegalStateException saying how to get one */
    public static Path require() {
        return find().orElseThrow(() -> new IllegalStateException(
                "no Vault on this machine: ./maestro test and ./maestro up --vault build one with Go; or install vault or bao, or set "
                        + SETTING));
    }

    public static Optional<Path> find() {
        Optional<Path> named = Optional.ofNullable(System.getProperty(SETTING)).or(() -> Optional.ofNullable(System.getenv(SETTING)))
                .filter(setting -> !setting.isBlank()).map(Path::of);
        if (named.isPresent())
            return Optional.of(named.filter(Files::isExecutable)
                    .orElseThrow(() -> new IllegalStateException(SETTING + " does not name a program that can be run")));
        return onThePath("vault").or(() -> onThePath("bao")).or(VaultBinary::built);
    }

    private static Optional<Path> onThePath(String command) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL).splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .filter(folder -> !folder.isEmpty()).map(folder -> Path.of(folder, command)).filter(VaultBinary::isProgram).findFirst();
    }

    /** The newest of those built, each named after the sources it was built from. */
    private static Optional<Path> built() {
        Path cache = Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).filter(folder -> !folder.isBlank()).map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".cache")).resolve("maestro");
        if (!Files.isDirectory(cache))
            return Optional.empty();
        try (Stream<Path> found = Files.list(cache)) {
            return found.filter(path -> BUILT.matcher(path.getFileName().toString()).matches()).filter(VaultBinary::isProgram)
                    .max(Comparator.comparing(path -> path.toFile().lastModified()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isProgram(Path path) {
        return Files.isRegularFile(path) && Files.isExecutable(path);
    }
}
