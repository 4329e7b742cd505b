package ai.igent.maestro.local;

import java.time.Duration;

/** {@code maestro down}: asks the running launcher to stop its stack, or clears away what a killed one left. */
final class Down {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Options options;

    Down(Options options) {
        this.options = options;
    }

    void run() {
        var state = StateFolder.at(options.state());
        var launcher = KnownProcess.read(state.running(), FolderLock.LAUNCHER);
        if (launcher.isPresent())
            stop(launcher.get());
        else
            clearAway(state);
    }

    private void stop(KnownProcess launcher) {
        launcher.handle().destroy();
        if (!launcher.endsWithin(PATIENCE))
            throw new StackFailure(
                    "The launcher (process " + launcher.handle().pid() + ") has not stopped after " + PATIENCE.toSeconds() + " s.");
        options.progress().println("Stopped.");
    }

    private void clearAway(StateFolder state) {
        try (var lock = FolderLock.take(state)) {
            int left = new Leftovers(state).stop(lock);
            options.progress()
                    .println(left == 0 ? "Maestro is not running." : "Stopped " + left + " processes that a killed launcher had left.");
        }
    }
}
