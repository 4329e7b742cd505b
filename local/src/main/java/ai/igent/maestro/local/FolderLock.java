package ai.igent.maestro.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One stack per state folder. The operating system gives the lock back when its holder dies, so it is never stale; what else was left may be. */
final class FolderLock implements AutoCloseable {
    static final String LAUNCHER = "launcher";

    private final FileChannel channel;
    private final Path running;

    private FolderLock(FileChannel channel, Path running) {
        this.channel = channel;
        this.running = running;
    }

    /** @throws StackFailure when another launcher holds it */
    static FolderLock take(StateFolder state) {
        try {
            var channel = FileChannel.open(state.root().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new StackFailure("Maestro is already running with the state folder " + state.root() + holder(state)
                        + ": stop it with ./maestro down, or use another one (MAESTRO_HOME, MAESTRO_PORT_BASE).");
            }
            return new FolderLock(channel, state.running());
        } catch (IOException e) {
            throw new StackFailure("The state folder " + state.root() + " cannot be locked.", e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldInThisJvm) {
            return false;
        }
    }

    private static String holder(StateFolder state) {
        return KnownProcess.read(state.running(), LAUNCHER).map(launcher -> " (process " + launcher.handle().pid() + ")").orElse("");
    }

    /** Makes the holder known, so that it can be asked to stop. */
    void sign() {
        KnownProcess.written(ProcessHandle.current(), running, LAUNCHER);
    }

    void requireHeld() {
        if (!channel.isOpen())
            throw new IllegalStateException("the lock was given back");
    }

    @Override
    public void close() {
        try {
            KnownProcess.forget(running, LAUNCHER);
            channel.close();
        } catch (IOException e) {
            throw new StackFailure("The state folder could not be unlocked.", e);
        }
    }
}
