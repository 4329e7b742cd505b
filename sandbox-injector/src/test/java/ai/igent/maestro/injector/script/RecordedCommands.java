package ai.igent.maestro.injector.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Stand-ins for the commands the script uses, which write down their arguments and environment and then are those commands. */
final class RecordedCommands {
    private static final List<String> NAMES = List.of("cat", "chmod", "curl", "date", "find", "git", "grep", "id", "ln", "mkdir", "mkfifo",
            "mv",
            "readlink", "rm", "sed", "sh", "sleep", "tail", "tr", "true", "wc");

    private static final Path CAT = find("cat");

    private RecordedCommands() {}

    /** The search path on which these commands are the only ones. */
    static String in(Path directory, Path record) throws IOException {
        Files.createDirectories(directory);
        for (String name : NAMES) {
            Path real = find(name);
            Path stand = Files.writeString(directory.resolve(name),
                    "#!/bin/dash\n{ printf '%s\\n' '" + name + "' \"$@\"; " + CAT + " /proc/$$/environ; } >>'" + record + "'\nexec " + real
                            + " \"$@\"\n");
            if (!stand.toFile().setExecutable(true)) throw new IOException("not executable: " + stand);
        }
        return directory.toString();
    }

    /** Where a command really lies. */
    static Path find(String name) {
        for (String directory : System.getenv("PATH").split(":"))
            if (Files.isExecutable(Path.of(directory, name))) return Path.of(directory, name);
        throw new AssertionError(name + " is missing on this machine");
    }
}
