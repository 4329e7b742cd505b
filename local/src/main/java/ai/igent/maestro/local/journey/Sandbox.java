package ai.igent.maestro.local.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import ai.igent.maestro.local.Part;

/** A folder that plays a sandbox: in it is nothing but the script that the injector serves. {@link #close} removes it. */
public final class Sandbox implements AutoCloseable {
    private static final String SCRIPT = "maestro-env";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Suite suite;
    private final Path folder;

    private Sandbox(Suite suite, Path folder) {
        this.suite = suite;
        this.folder = folder;
    }

    /** With the script as the injector serves it to everybody. */
    public static Sandbox prepare(Suite suite) {
        try {
            var sandbox = new Sandbox(suite, Files.createTempDirectory("maestro-sandbox"));
            sandbox.fetchScript();
            return sandbox;
        } catch (IOException e) {
            throw new StepFailure("no sandbox folder", e);
        }
    }

    private void fetchScript() throws IOException {
        var request = HttpRequest.newBuilder(URI.create(suite.at(Part.INJECTOR) + "/v1/maestro-env")).timeout(PATIENCE).build();
        try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofFile(folder.resolve(SCRIPT)));
            if (answer.statusCode() != 200)
                throw new StepFailure("the injector did not serve " + SCRIPT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailure("interrupted", e);
        }
    }

    public Path folder() {
        return folder;
    }

    /** Redeems the code; the token stays in the folder. */
    public void enrol(String code) {
        run(Map.of("MAESTRO_ENROLMENT_CODE", code), List.of("enroll"));
    }

    /** The variables that a command sees which is run now, or as soon as {@code revision} is there. */
    public Map<String, String> environmentAt(long revision) {
        var lines = run(Map.of(), List.of("exec", "--revision", Long.toString(revision), "--", "env")).lines();
        var seen = new TreeMap<String, String>();
        lines.filter(line -> line.contains("="))
                .forEach(line -> seen.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        return seen;
    }

    private String run(Map<String, String> environment, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("sh", SCRIPT));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectError(folder.resolve("stderr").toFile());
        builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
        builder.environment().putAll(environment);
        builder.environment()
                .putAll(Map.of("HOME", folder.toString(), "MAESTRO_SANDBOX_DIR", folder.resolve("token-of-this-sandbox").toString(),
                        "MAESTRO_INJECTOR_URL", suite.at(Part.INJECTOR).toString(), "MAESTRO_SESSION_URL",
                        suite.at(Part.SESSION).toString()));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0)
                throw new StepFailure(
                        SCRIPT + " " + arguments.getFirst() + " failed: " + Files.readString(folder.resolve("stderr")).strip());
            return output;
        } catch (IOException e) {
            throw new StepFailure(SCRIPT + " could not be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailure("interrupted", e);
        }
    }

    @Override
    public void close() {
        try (var all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList())
                Files.deleteIfExists(each);
        } catch (IOException e) {
            throw new StepFailure("the sandbox folder could not be removed", e);
        }
    }
}
