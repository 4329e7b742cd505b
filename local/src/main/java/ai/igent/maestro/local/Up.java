package ai.igent.maestro.local;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** {@code maestro up}: runs the stack until it is told to stop or a part of it fails. */
final class Up {
    private static final String VAULT = "--vault";
    private static final String DETACH = "--detach";

    private final Options options;

    Up(Options options) {
        this.options = options;
    }

    void run(List<String> arguments) {
        if (!Set.of(VAULT, DETACH).containsAll(arguments))
            throw new StackFailure("Usage: ./maestro up [--vault] [--detach]");
        if (arguments.contains(DETACH))
            new DetachedUp(options).run(arguments.stream().filter(argument -> !argument.equals(DETACH)).toList());
        else
            inForeground(arguments.contains(VAULT) ? options.withVault() : options);
    }

    private void inForeground(Options wanted) {
        Instant begin = Instant.now();
        options.progress().println("Starting Maestro Secrets");
        var stack = Stack.in(wanted);
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
