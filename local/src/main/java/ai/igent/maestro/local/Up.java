package ai.igent.maestro.local;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** {@code maestro up}: runs the stack until it is told to stop or a part of it fails. */
final class Up {
    private final Options options;

    Up(Options options) {
        this.options = options;
    }

    void run(List<String> arguments) {
        if (arguments.equals(List.of("--detach")))
            new DetachedUp(options).run();
        else if (arguments.isEmpty())
            inForeground();
        else
            throw new StackFailure("Usage: ./maestro up [--detach]");
    }

    private void inForeground() {
        Instant begin = Instant.now();
        options.progress().println("Starting Maestro Secrets");
        var stack = Stack.in(options);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack)));
        stack.startAll();
        options.progress().println(Welcome.text(stack, Duration.between(begin, Instant.now())));
        throw stack.awaitCrash();
    }

    private void stop(Stack stack) {
        if (!stack.isOpen())
            return;
        options.progress().println("Stopping");
        stack.close();
        options.progress().println("Stopped");
    }
}
