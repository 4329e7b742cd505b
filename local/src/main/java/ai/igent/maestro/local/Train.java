package ai.igent.maestro.local;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import ai.igent.maestro.local.demo.Demo;
import ai.igent.maestro.local.journey.StepFailure;
import ai.igent.maestro.local.journey.Suite;

/**
 * {@code maestro train}: has a stack do the main job a few times and then be busy with it, and keeps what its services learned, beside their
 * programs. One service after the other makes its {@link AotCache}, because that takes as much memory as running two of them.
 */
final class Train {
    private static final int ROUNDS = 5;
    /** Services that write down what they do are slow at first, and give up on each other. */
    private static final int ATTEMPTS = 20;
    private static final int MINUTES = 5;

    private final Options options;
    private final StateFolder state;

    Train(Options options) {
        this.options = options;
        this.state = StateFolder.at(options.state());
    }

    void run() {
        var services = Stream.of(Part.values()).filter(Part::isService).toList();
        services.forEach(this::forget);
        record();
        services.forEach(this::create);
    }

    private void record() {
        var stack = Stack.in(with(Stream.concat(AotCache.record().stream(), TrainingLoad.OPTIONS.stream()).toList()));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        stack.startAll();
        var suite = new Suite(stack::url);
        int done = 0;
        for (int attempt = 0; attempt < ATTEMPTS && done < ROUNDS; attempt++)
            if (succeeds(() -> mainJob(suite))) done++;
        if (done == ROUNDS) succeeds(new TrainingLoad(suite)::run);
        stack.close();
        if (done < ROUNDS) throw new StackFailure("The services did not do the main job; see " + stack.logs() + ".");
    }

    private static void mainJob(Suite suite) {
        new Demo(suite, new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8)).run();
    }

    /** What is learned by a failure is kept too. */
    private boolean succeeds(Runnable job) {
        try {
            job.run();
            return true;
        } catch (StepFailure tooSlow) {
            options.progress().println("  too slow while it was watched: " + tooSlow.getMessage());
            return false;
        }
    }

    private void create(Part part) {
        Path recording = AotCache.recordedIn(state.workingFolder(part));
        if (!Files.exists(recording))
            throw new StackFailure(part.title() + " did not write down what it did; see " + state.log(part.title()) + ".");
        Path made = state.workingFolder(part).resolve("made.aot");
        await(part, start(part, new JavaCommand(with(AotCache.create(recording, made))).of(part)));
        replace(part, made);
        options.progress().println("  " + part.title());
    }

    private Process start(Part part, List<String> command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).redirectInput(new File("/dev/null"))
                    .redirectOutput(state.freshLog(part.title() + "-training").toFile()).start();
        } catch (IOException e) {
            throw new StackFailure(part.title() + " could not be trained.", e);
        }
    }

    private void await(Part part, Process process) {
        try {
            if (process.waitFor(MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0)
                return;
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        throw new StackFailure(part.title() + " could not be trained; see " + state.log(part.title() + "-training") + ".");
    }

    private void forget(Part part) {
        try {
            Files.deleteIfExists(AotCache.of(options.program(part)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In one step, and never into a file that another stack runs from. */
    private void replace(Part part, Path made) {
        Path cache = AotCache.of(options.program(part));
        Path beside = cache.resolveSibling(cache.getFileName() + ".new");
        try {
            Files.move(made, beside, StandardCopyOption.REPLACE_EXISTING);
            Files.move(beside, cache, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Options with(List<String> javaOptions) {
        return new Options(options.programs(), options.state(), options.parts(), options.portBase(),
                Stream.concat(options.javaOptions().stream(), javaOptions.stream()).toList(), options.progress());
    }
}
