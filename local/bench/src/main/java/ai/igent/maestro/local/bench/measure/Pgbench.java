package ai.igent.maestro.local.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** PostgreSQL's own load tool. */
public final class Pgbench {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String RATE = "tps = ";

    private final Path folder;
    private final int port;
    private final String database;

    /** A database on this machine whose user is {@code postgres}. */
    public Pgbench(Path folder, int port, String database) {
        this.folder = folder;
        this.port = port;
        this.database = database;
    }

    /** Transactions per second of a script. */
    public double run(String script, int clients, Duration time) {
        Path file = folder.resolve("transaction.sql");
        try {
            Files.writeString(file, script);
        } catch (IOException e) {
            throw new MeasureFailure("the script of pgbench could not be written", e);
        }
        List<String> command = List.of("pgbench", "-h", "127.0.0.1", "-p", String.valueOf(port), "-U", "postgres", "-n", "-M", "prepared",
                "-c",
                String.valueOf(clients), "-j", String.valueOf(Math.min(2, clients)), "-T", String.valueOf(time.toSeconds()), "-f",
                file.toString(), database);
        return rate(new Command(command, Map.of("PGPASSWORD", "postgres")).run(time.plus(PATIENCE)));
    }

    static double rate(String output) {
        return output.lines().filter(line -> line.startsWith(RATE)).map(line -> line.substring(RATE.length()).split(" ")[0])
                .mapToDouble(Double::parseDouble).findFirst().orElseThrow(() -> new MeasureFailure("pgbench gave no rate"));
    }
}
