package ai.igent.maestro.injector.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A directory that plays a sandbox: the script as the injector serves it, a home, a directory for files, and one of the shells to run it. */
final class SandboxMachine {
    private final Path root;
    private final Shell shell;
    private final Map<String, String> environment = new HashMap<>();

    SandboxMachine(Path root, Shell shell, String script) {
        this.root = root;
        this.shell = shell;
        environment.put("PATH", System.getenv("PATH"));
        environment.put("HOME", root.toString());
        environment.put("MAESTRO_SANDBOX_DIR", home().toString());
        environment.put("MAESTRO_RUNTIME_DIR", files().toString());
        try {
            Files.writeString(script(), script);
            Files.createDirectories(files());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SandboxMachine with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    SandboxMachine without(String name) {
        environment.remove(name);
        return this;
    }

    Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    Path home() {
        return root.resolve("home");
    }

    Path token() {
        return home().resolve("token");
    }

    void forgetToken() {
        try {
            Files.deleteIfExists(token());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path files() {
        return root.resolve("files");
    }

    Path script() {
        return root.resolve("maestro-env");
    }

    /** What lies in the directory for files now. */
    List<Path> leftFiles() {
        try (Stream<Path> all = Files.list(files())) {
            return all.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Outcome run(String... arguments) {
        return finish(start(arguments));
    }

    Process start(String... arguments) {
        return start(List.of(), arguments);
    }

    /** {@code shellOptions} go before the script. */
    Process start(List<String> shellOptions, String... arguments) {
        return startIn(root, shellOptions, arguments);
    }

    Process startIn(Path folder, List<String> shellOptions, String... arguments) {
        List<String> command = new ArrayList<>(shell.command());
        command.addAll(shellOptions);
        command.add(script().toString());
        command.addAll(List.of(arguments));
        return launch(folder, command);
    }

    /** Another program than the script, in this sandbox. */
    Outcome runIn(Path folder, String... command) {
        return finish(launch(folder, List.of(command)));
    }

    private Process launch(Path folder, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.redirectError(root.resolve("stderr").toFile());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Outcome finish(Process process) {
        try {
            process.getOutputStream().close();
            byte[] output = process.getInputStream().readAllBytes();
            if (!process.waitFor(60, TimeUnit.SECONDS)) throw new AssertionError("the script does not end");
            return new Outcome(process.exitValue(), output, Files.readString(root.resolve("stderr")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    record Outcome(int exit, byte[] bytes, String errors) {
        String output() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /** The output read as an environment, as {@code /proc/self/environ} shows it. */
        Map<String, String> environment() {
            Map<String, String> variables = new HashMap<>();
            for (String entry : output().split("\0")) {
                int equals = entry.indexOf('=');
                variables.put(entry.substring(0, equals), entry.substring(equals + 1));
            }
            return variables;
        }
    }
}
