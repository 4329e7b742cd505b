package ai.igent.maestro.local.bench.yardstick;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import ai.igent.maestro.embedded.FreePort;
import ai.igent.maestro.local.bench.measure.MeasureFailure;

/** The running {@link SelectServer}, in a JVM with the options of a service. */
public final class SelectProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(30);
    private static final List<String> LIKE_A_SERVICE = List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xmx128m",
            "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    private final Process process;
    private final int port;

    private SelectProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** {@code postgres}: its port. */
    public static SelectProcess start(Path folder, int postgres) {
        int port = FreePort.next();
        var command = new java.util.ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
        command.addAll(LIKE_A_SERVICE);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SelectServer.class.getName()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("select.log").toFile());
        builder.environment().put("BENCH_LISTEN", String.valueOf(port));
        builder.environment().put("BENCH_DATABASE", String.valueOf(postgres));
        try {
            var started = new SelectProcess(builder.start(), port);
            started.await();
            return started;
        } catch (IOException e) {
            throw new MeasureFailure("the bare select could not be started", e);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private void await() {
        for (Instant end = Instant.now().plus(START); !listens();) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                close();
                throw new MeasureFailure("the bare select did not start");
            }
            pause();
        }
    }

    private boolean listens() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MeasureFailure("interrupted", e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS))
                process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
