package ai.igent.maestro.injector.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Looks at the arguments of all processes of this machine, again and again, as anybody on it could. */
final class ProcessWatch implements AutoCloseable {
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Thread thread = Thread.ofPlatform().start(this::look);
    private volatile boolean over;

    /** Every argument list there was at some look. */
    Set<String> seen() {
        return seen;
    }

    private void look() {
        while (!over)
            try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[1-9]*")) {
                for (Path process : processes)
                    note(process.resolve("cmdline"));
            } catch (IOException gone) {
                // the list changed while it was read
            }
    }

    private void note(Path arguments) {
        try {
            seen.add(new String(Files.readAllBytes(arguments), StandardCharsets.ISO_8859_1));
        } catch (IOException ended) {
            // so did the process
        }
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
