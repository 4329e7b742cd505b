package ai.igent.maestro.injector.script;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An interactive shell to which lines are typed; each ends with a line of its own, so that what it printed is known. */
final class LiveShell implements AutoCloseable {
    private static final String DONE = "-- done --";

    private final Process process;
    private final Writer keyboard;
    private final BufferedReader screen;
    private final Path root;
    private final Path errors;

    LiveShell(InteractiveShell shell, Path root, Map<String, String> environment) {
        this.root = root;
        errors = root.resolve("errors-" + System.nanoTime());
        ProcessBuilder builder = new ProcessBuilder(shell.command()).directory(root.toFile()).redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        keyboard = process.outputWriter();
        screen = process.inputReader();
        type(shell.quiet());
    }

    /** Has the shell follow what is active. */
    LiveShell following(SandboxMachine machine, InteractiveShell shell) {
        type("eval \"$(sh '" + machine.script() + "' shell-init " + shell.text() + ")\"");
        return this;
    }

    /** What the line printed, without the last line break. */
    String type(String line) {
        try {
            keyboard.write(line + "\n");
            keyboard.write("echo '" + DONE + "'\n");
            keyboard.flush();
            return untilDone();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String untilDone() throws IOException {
        StringBuilder printed = new StringBuilder();
        while (true) {
            String line = screen.readLine();
            if (line == null) throw new AssertionError("the shell has ended: " + errors());
            if (line.endsWith(DONE)) return printed.append(line, 0, line.length() - DONE.length()).toString().stripTrailing();
            printed.append(line).append('\n');
        }
    }

    /** What it and its commands said on standard error so far, without prompts. */
    String errors() {
        try {
            return Files.readString(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long timesSaid(String sentence) {
        return errors().lines().filter(line -> line.contains(sentence)).count();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Waits until what watches for the shell has ended too. */
    @Override
    public void close() {
        try {
            keyboard.close();
            if (!process.waitFor(20, TimeUnit.SECONDS)) throw new AssertionError("the shell does not end");
            await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(watches()).as("processes that still watch").isZero());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private long watches() {
        String watch = root.resolve("maestro-env") + " watch";
        return ProcessHandle.allProcesses().filter(process -> process.info().commandLine().orElse("").contains(watch)).count();
    }
}
