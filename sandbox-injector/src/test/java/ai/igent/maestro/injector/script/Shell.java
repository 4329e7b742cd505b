package ai.igent.maestro.injector.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The shells the script is for. */
enum Shell {
    DASH("dash"),
    BASH("bash"),
    ZSH("zsh", "--emulate", "sh"),
    BUSYBOX("busybox", "sh");

    private final List<String> command;

    Shell(String... command) {
        this.command = List.of(command);
    }

    /** The same folder, with this shell in it as {@code sh}. */
    Path asSh(Path folder) throws IOException {
        Path found = Stream.of(System.getenv("PATH").split(":")).map(each -> Path.of(each, command.getFirst())).filter(Files::isExecutable)
                .findFirst().orElseThrow();
        Files.createSymbolicLink(folder.resolve("sh"), found);
        return folder;
    }

    List<String> command() {
        return command;
    }
}
