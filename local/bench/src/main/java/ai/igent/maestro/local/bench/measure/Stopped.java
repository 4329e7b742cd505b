package ai.igent.maestro.local.bench.measure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A process that is given no processor for a while. It keeps what it has: its memory, its connections, its place in what it does. */
public final class Stopped {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Stopped() {}

    /** The process goes on in any case when the work has ended. */
    public static <T> T during(Supplier<T> work, long pid) {
        try {
            signal("-STOP", pid);
            return work.get();
        } finally {
            signal("-CONT", pid);
        }
    }

    private static void signal(String signal, long pid) {
        new Command(List.of("kill", signal, String.valueOf(pid)), Map.of()).run(PATIENCE);
    }
}
