package ai.igent.maestro.injector.script;

import java.util.List;

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

    List<String> command() {
        return command;
    }
}
