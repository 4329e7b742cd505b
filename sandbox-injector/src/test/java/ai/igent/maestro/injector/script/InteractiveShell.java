package ai.igent.maestro.injector.script;

import java.util.List;
import java.util.Locale;

/** The shells that can follow what is active. */
enum InteractiveShell {
    BASH(List.of("bash", "--norc", "--noprofile", "-i"), "PS1= PS2=", "PIPESTATUS",
            "trap '((counted += 1))' DEBUG; PROMPT_COMMAND='prompted=yes'"),
    ZSH(List.of("zsh", "-f", "-i"), "PS1= PS2= PROMPT_EOL_MARK=; unsetopt prompt_cr prompt_sp", "pipestatus",
            "preexec() { counted=$((counted + 1)) }; precmd() { prompted=yes }");

    private final List<String> command;
    private final String quiet;
    private final String pipeStatus;
    private final String ownHooks;

    InteractiveShell(List<String> command, String quiet, String pipeStatus, String ownHooks) {
        this.command = command;
        this.quiet = quiet;
        this.pipeStatus = pipeStatus;
        this.ownHooks = ownHooks;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<String> command() {
        return command;
    }

    /** A line after which it shows no prompt. */
    String quiet() {
        return quiet;
    }

    /** The array of the exit statuses in the last pipeline. */
    String pipeStatus() {
        return "${" + pipeStatus + "[*]}";
    }

    /** A line with which a user has hooks of the same kind, which count commands and note the prompt. */
    String ownHooks() {
        return ownHooks;
    }
}
