package ai.igent.maestro.vault.verify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import ai.igent.maestro.embedded.FreePort;

/** A real MariaDB with TLS, in a folder of its own that goes when it is closed. {@code ./maestro test} installs the program. */
final class MariaDb implements AutoCloseable {
    private static final String PROGRAM = "mariadbd";
    private static final List<Path> TABLES = List.of(Path.of("/usr/share/mysql"), Path.of("/usr/share/mariadb"));

    private final Path folder;
    private final int port;
    private final Process server;

    /** {@code statements}, one a line, are done before anybody may connect. */
    MariaDb(String statements) {
        try {
            folder = Files.createTempDirectory("maria");
            port = FreePort.next();
            create();
            new SelfSigned("localhost").writeTo(folder);
            server = start(Files.writeString(folder.resolve("first.sql"), statements));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)))
                || Files.isExecutable(Path.of("/usr/sbin", PROGRAM));
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    private void create() throws IOException {
        Path tables = TABLES.stream().filter(Files::isDirectory).findFirst().orElseThrow();
        Path script = Files.writeString(folder.resolve("create.sql"), "create database mysql;\nuse mysql;\n"
                + Files.readString(tables.resolve("mysql_system_tables.sql"))
                + Files.readString(tables.resolve("mysql_system_tables_data.sql")));
        Files.createDirectory(data());
        var creating = command("--bootstrap").redirectInput(script.toFile()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("create.log").toFile()).start();
        if (await(creating) != 0) throw new IllegalStateException(Files.readString(folder.resolve("create.log")));
    }

    private Process start(Path first) throws IOException {
        var started = command("--port=" + port, "--bind-address=127.0.0.1", "--socket=" + folder.resolve("socket"), "--init-file=" + first,
                "--ssl-cert=" + folder.resolve(SelfSigned.CERTIFICATE), "--ssl-key=" + folder.resolve(SelfSigned.KEY),
                "--disconnect-on-expired-password")
                .redirectErrorStream(true).redirectInput(Redirect.from(Path.of("/dev/null").toFile())).start();
        var said = new StringBuilder();
        BufferedReader out = started.inputReader();
        for (String line; (line = out.readLine()) != null; said.append(line).append('\n'))
            if (line.contains("ready for connections")) return drained(started, out);
        throw new IllegalStateException(said.toString());
    }

    /** It must not wait for somebody to read what it says. */
    private static Process drained(Process started, BufferedReader out) {
        Thread.ofPlatform().daemon().start(() -> out.lines().forEach(line -> {}));
        return started;
    }

    private ProcessBuilder command(String... options) {
        var command = new ArrayList<>(
                List.of(PROGRAM, "--no-defaults", "--datadir=" + data(), "--user=" + System.getProperty("user.name")));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command);
        builder.environment().merge("PATH", "/usr/sbin", (path, more) -> path + ":" + more);
        return builder;
    }

    private Path data() {
        return folder.resolve("data");
    }

    private static int await(Process process) {
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) process.destroyForcibly();
            return process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.destroy();
        await(server);
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList())
                Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
