package ai.igent.maestro.local;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code maestro up --detach}: another launcher, with the options of this one, does it in the background; this one shows its progress and leaves when the
 * stack is ready.
 */
final class DetachedUp {
    private final Options options;

    DetachedUp(Options options) {
        this.options = options;
    }

    /** @param arguments for the other launcher's {@code up} */
    void run(List<String> arguments) {
        Path log = StateFolder.at(options.state()).freshLog("launcher");
        Process launcher = start(log, arguments);
        int shown = 0;
        while (true) {
            boolean ended = !launcher.isAlive();
            List<String> lines = complete(log);
            lines.subList(shown, lines.size()).forEach(options.progress()::println);
            shown = lines.size();
            if (lines.contains(Welcome.LAST_LINE))
                return;
            if (ended)
                throw new StackFailure("The stack did not start, see above and " + log + ".");
            pause();
        }
    }

    private Process start(Path log, List<String> arguments) {
        List<String> command = new ArrayList<>(JavaCommand.inItsOwnSession());
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Launcher.class.getName(), "up"));
        command.addAll(arguments);
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).redirectInput(new File("/dev/null")).redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new StackFailure("The launcher could not be started in the background.", e);
        }
    }

    /** Lines that are written to their end. */
    private static List<String> complete(Path log) {
        try {
            String text = Files.readString(log);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw new StackFailure("The log of the launcher cannot be read: " + log + ".", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted; the stack goes on starting in the background.", e);
        }
    }
}
