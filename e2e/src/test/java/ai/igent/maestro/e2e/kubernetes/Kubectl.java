package ai.igent.maestro.e2e.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import ai.igent.maestro.embedded.KubernetesServer;

/** The tool operators use, towards one API server or none. */
final class Kubectl {
    private final List<String> options;

    private Kubectl(List<String> options) {
        this.options = options;
    }

    static Kubectl alone() {
        return new Kubectl(List.of());
    }

    static Kubectl towards(KubernetesServer server) {
        return new Kubectl(List.of("--kubeconfig=" + server.kubeconfig()));
    }

    Outcome run(String... arguments) {
        return feed("", arguments);
    }

    /** @param input what it reads with {@code --filename=-} */
    Outcome feed(String input, String... arguments) {
        List<String> command = new ArrayList<>(List.of("kubectl"));
        command.addAll(options);
        command.addAll(List.of(arguments));
        try {
            Path errors = Files.createTempFile("kubectl", ".errors");
            Path given = Files.writeString(Files.createTempFile("kubectl", ".input"), input);
            Process process = new ProcessBuilder(command).redirectInput(given.toFile()).redirectError(errors.toFile()).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            Outcome outcome = new Outcome(exit, output, Files.readString(errors));
            Files.delete(errors);
            Files.delete(given);
            return outcome;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    record Outcome(int exit, String output, String errors) {}
}
