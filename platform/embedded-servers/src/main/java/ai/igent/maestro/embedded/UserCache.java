package ai.igent.maestro.embedded;

import java.nio.file.Path;
import java.util.Optional;

/** What is made once for this user and can be made again: in {@code $XDG_CACHE_HOME/maestro}, or {@code ~/.cache/maestro}, as the launcher has it. */
final class UserCache {
    private UserCache() {}

    static Path folder() {
        return Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).filter(folder -> !folder.isBlank()).map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".cache")).resolve("maestro");
    }
}
