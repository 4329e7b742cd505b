package ai.igent.maestro.local.bench.yardstick;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import ai.igent.maestro.embedded.FreePort;

/** The running {@link SelectServer}, in a JVM with the options of a service. */
public final class SelectProcess implements AutoCloseable {
    private static final List<String> LIKE_A_SERVICE = List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xmx128m",
            "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    private final Yardstick process;
    private final int port;

    private SelectProcess(Yardstick process, int port) {
        this.process = process;
        this.port = port;
    }

    /** {@code postgres}: its port. */
    public static SelectProcess start(Path folder, int postgres) {
        int port = FreePort.next();
        var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
        command.addAll(LIKE_A_SERVICE);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SelectServer.class.getName()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("select.log").toFile());
        builder.environment().put("BENCH_LISTEN", String.valueOf(port));
        builder.environment().put("BENCH_DATABASE", String.valueOf(postgres));
        var started = new SelectProcess(Yardstick.start("the bare select", builder), port);
        try {
            started.process.await(started::listens);
            return started;
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private boolean listens() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
