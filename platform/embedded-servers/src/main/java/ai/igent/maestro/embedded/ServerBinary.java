package ai.igent.maestro.embedded;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A server's program on this machine: where an environment variable says, else on the {@code PATH}, else where the launcher builds one, which is named
 * after the sources it was built from.
 *
 * @param setting the environment variable
 * @param commands on the {@code PATH}, the first that is there
 * @param built what the launcher calls it
 */
record ServerBinary(String setting, List<String> commands, String built) {
    Optional<Path> find() {
        Optional<Path> named = Optional.ofNullable(System.getenv(setting)).filter(value -> !value.isBlank()).map(Path::of);
        if (named.isPresent())
            return Optional.of(named.filter(ServerBinary::isProgram)
                    .orElseThrow(() -> new IllegalStateException(setting + " does not name a program that can be run")));
        return commands.stream().flatMap(command -> onThePath(command).stream()).findFirst().or(this::inTheCache);
    }

    static Optional<Path> onThePath(String command) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, command)).filter(ServerBinary::isProgram).findFirst();
    }

    private Optional<Path> inTheCache() {
        Path cache = UserCache.folder();
        if (!Files.isDirectory(cache))
            return Optional.empty();
        var name = Pattern.compile(Pattern.quote(built) + "-[0-9a-f]{16}");
        try (Stream<Path> found = Files.list(cache)) {
            return found.filter(path -> name.matcher(path.getFileName().toString()).matches()).filter(ServerBinary::isProgram)
                    .max(Comparator.comparing(path -> path.toFile().lastModified()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isProgram(Path path) {
        return Files.isRegularFile(path) && Files.isExecutable(path);
    }
}
