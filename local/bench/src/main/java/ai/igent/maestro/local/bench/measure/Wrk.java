package ai.igent.maestro.local.bench.measure;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The load tool. Tokens reach it in a file that only its owner may read, never as an argument. */
public final class Wrk {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private final Path script;
    private int runs;

    /** {@code folder}: for its files; removed by whoever owns it. */
    public Wrk(Path folder) {
        this.folder = folder;
        this.script = folder.resolve("wrk.lua");
        try (InputStream source = Wrk.class.getResourceAsStream("/wrk.lua")) {
            Files.write(script, source.readAllBytes());
        } catch (IOException e) {
            throw new MeasureFailure("the script of the load tool could not be written", e);
        }
    }

    /**
     * Sends {@code calls} in turn over so many connections, as fast as they are answered.
     *
     * @throws MeasureFailure when more than a few were not answered with success
     */
    public Load run(URI target, int connections, Duration time, List<Call> calls) {
        return load(target, connections, time, calls).requireAnswered();
    }

    /** The same before anything counts: a JVM that has seen no load yet may be too slow for the deadlines between services. */
    public Load warm(URI target, int connections, Duration time, List<Call> calls) {
        return load(target, connections, time, calls);
    }

    private Load load(URI target, int connections, Duration time, List<Call> calls) {
        String threads = String.valueOf(Math.min(2, connections));
        List<String> command = List.of("wrk", "-t", threads, "-c", String.valueOf(connections), "-d",
                time.toSeconds() + "s", "--timeout", "10s", "-s", script.toString(), target.toString());
        String number = String.valueOf(++runs);
        var output = new Command(command, Map.of("BENCH_CALLS", written(calls).toString(), "BENCH_RUN", number, "BENCH_THREADS", threads))
                .run(time.plus(PATIENCE));
        return Load.parse(output.lines());
    }

    private Path written(List<Call> calls) {
        Path file = folder.resolve("calls.tsv");
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return Files.writeString(file, calls.stream().map(Call::line).collect(Collectors.joining("\n", "", "\n")),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new MeasureFailure("the calls could not be written", e);
        }
    }
}
