package ai.igent.maestro.local;

/** {@code maestro reset}: removes all that the stack keeps, so that the next start is the first one again. */
final class Reset {
    private final Options options;

    Reset(Options options) {
        this.options = options;
    }

    void run() {
        var state = StateFolder.at(options.state());
        try (var lock = FolderLock.take(state)) {
            new Leftovers(state).stop(lock);
            state.delete();
        }
        options.progress().println("Removed " + state.root() + ".");
    }
}
