package ai.igent.maestro.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** One running Java part. Its process is written down in the state folder for as long as it lives. */
final class Child {
    private static final int LAST_WORDS = 400;

    private final String title;
    private final String word;
    private final Process process;
    private final KnownProcess known;
    private final StateFolder state;
    private final Path log;
    private volatile boolean ending;

    private Child(String title, String word, Process process, StateFolder state, Path log) {
        this.title = title;
        this.word = word;
        this.process = process;
        this.state = state;
        this.log = log;
        this.known = KnownProcess.written(process.toHandle(), state.running(), word);
    }

    static Child start(Part part, List<String> command, Map<String, String> environment, StateFolder state) {
        return start(part, "", command, environment, state);
    }

    /** @param suffix tells it apart from others of the same part, in the names of its files */
    static Child start(Part part, String suffix, List<String> command, Map<String, String> environment, StateFolder state) {
        String title = part.title() + suffix;
        Path log = state.freshLog(title);
        var builder = new ProcessBuilder(command).directory(state.workingFolder(part).toFile()).redirectErrorStream(true)
                .redirectInput(new File("/dev/null")).redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return new Child(title, part.word() + suffix, builder.start(), state, log);
        } catch (IOException e) {
            throw new StackFailure(title + " could not be started.", e);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Completes when it ends without having been asked to; never otherwise. */
    CompletableFuture<Child> crash() {
        var crash = new CompletableFuture<Child>();
        process.onExit().thenRun(() -> {
            if (!ending)
                crash.complete(this);
        });
        return crash;
    }

    StackFailure failure() {
        return new StackFailure(
                title + " stopped by itself (exit code " + process.exitValue() + "); the end of " + log + ":\n" + lastWords());
    }

    private String lastWords() {
        try {
            var lines = Files.readAllLines(log).stream().filter(line -> !line.isBlank() && !line.startsWith("\t")).toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()).stream()
                    .map(line -> "  " + line.substring(0, Math.min(LAST_WORDS, line.length()))).toList());
        } catch (IOException e) {
            return "  (it cannot be read)";
        }
    }

    /** Lets it finish its work; ends it the hard way when it takes longer. */
    void stop(Duration patience) {
        ending = true;
        known.stop(patience);
        KnownProcess.forget(state.running(), word);
    }

    /** As a power cut would. */
    void kill() {
        ending = true;
        process.destroyForcibly();
        known.endsWithin(Duration.ofSeconds(20));
        KnownProcess.forget(state.running(), word);
    }
}
