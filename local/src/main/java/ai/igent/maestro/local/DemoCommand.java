package ai.igent.maestro.local;

import java.util.Optional;

import ai.igent.maestro.local.demo.Demo;
import ai.igent.maestro.local.journey.StepFailure;
import ai.igent.maestro.local.journey.Suite;

/** {@code maestro demo}: against the running stack, or against one that runs for as long as the demo does. */
final class DemoCommand {
    private final Options options;

    DemoCommand(Options options) {
        this.options = options;
    }

    void run() {
        var running = running();
        if (running.isPresent())
            show(new Suite(running.get()::of));
        else
            withOwnStack();
    }

    private Optional<Addresses> running() {
        var state = StateFolder.at(options.state());
        return KnownProcess.read(state.running(), FolderLock.LAUNCHER).map(launcher -> Addresses.of(state));
    }

    private void withOwnStack() {
        options.progress().println("Maestro is not running: starting it for the demo");
        var stack = Stack.in(options);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        stack.startAll();
        show(new Suite(stack::url));
    }

    private void show(Suite suite) {
        try {
            new Demo(suite, options.progress()).run();
        } catch (StepFailure failure) {
            throw new StackFailure("The demo failed: " + failure.getMessage() + ".", failure);
        }
    }
}
