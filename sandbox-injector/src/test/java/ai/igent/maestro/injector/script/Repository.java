package ai.igent.maestro.injector.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A git repository of the sandbox, used with real git as the machine's user would. */
final class Repository {
    private final SandboxMachine machine;
    private final Path folder;

    private Repository(SandboxMachine machine, Path folder) {
        this.machine = machine;
        this.folder = folder;
    }

    static Repository in(SandboxMachine machine, Path folder) {
        Repository repository = new Repository(machine, folder);
        assertZero(machine.runIn(machine.script().getParent(), "git", "init", "--quiet", "--initial-branch=main", folder.toString()));
        repository.git("config", "user.name", "Sandbox");
        repository.git("config", "user.email", "sandbox@example.com");
        return repository;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Writes the file and stages it. */
    Repository stage(String name, String content) {
        return stage(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Repository stage(String name, byte[] content) {
        try {
            Files.createDirectories(file(name).getParent());
            Files.write(file(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        git("add", "--", name);
        return this;
    }

    SandboxMachine.Outcome commit(String... options) {
        List<String> command = new ArrayList<>(List.of("git", "commit", "--quiet", "--message=change"));
        command.addAll(List.of(options));
        return machine.runIn(folder, command.toArray(String[]::new));
    }

    String git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        var outcome = machine.runIn(folder, command.toArray(String[]::new));
        assertZero(outcome);
        return outcome.output();
    }

    SandboxMachine.Outcome script(String... arguments) {
        return machine.finish(machine.startIn(folder, List.of(), arguments));
    }

    private static void assertZero(SandboxMachine.Outcome outcome) {
        if (outcome.exit() != 0) throw new AssertionError("exit " + outcome.exit() + ": " + outcome.errors());
    }
}
