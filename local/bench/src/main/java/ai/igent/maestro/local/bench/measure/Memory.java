package ai.igent.maestro.local.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What processes take, as Linux counts it, in MiB. */
public final class Memory {
    private static final double KIB_PER_MIB = 1024;

    private Memory() {}

    /** What of {@code pid} is in memory, shared pages included. */
    public static double resident(long pid) {
        return kib(Path.of("/proc", String.valueOf(pid), "status"), "VmRSS:") / KIB_PER_MIB;
    }

    /** The most that {@link #resident} was, since the process began. */
    public static double most(long pid) {
        return kib(Path.of("/proc", String.valueOf(pid), "status"), "VmHWM:") / KIB_PER_MIB;
    }

    /** What many processes have in memory, where a page that several share is counted once in total. */
    public static double together(Stream<Long> pids) {
        return pids.mapToLong(pid -> kib(Path.of("/proc", String.valueOf(pid), "smaps_rollup"), "Pss:")).sum() / KIB_PER_MIB;
    }

    private static long kib(Path file, String field) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(field)).map(line -> line.replaceAll("\\D", "")).mapToLong(Long::parseLong)
                    .findFirst().orElseThrow(() -> new MeasureFailure("there is no " + field + " of a process"));
        } catch (IOException e) {
            throw new MeasureFailure("the memory of a process cannot be read", e);
        }
    }
}
