package ai.igent.maestro.local.bench.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Another program that is run to its end. */
public record Command(List<String> words, Map<String, String> environment) {
    /** What it wrote. @throws MeasureFailure when it fails or takes longer */
    public String run(Duration patience) {
        try {
            var builder = new ProcessBuilder(words).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            var output = CompletableFuture.supplyAsync(() -> read(process), Thread::startVirtualThread);
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new MeasureFailure(words.getFirst() + " did not end within " + patience.toSeconds() + " s");
            }
            if (process.exitValue() != 0)
                throw new MeasureFailure(words.getFirst() + " failed: " + lastLine(output.join()));
            return output.join();
        } catch (IOException e) {
            throw new MeasureFailure(words.getFirst() + " could not be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MeasureFailure("interrupted", e);
        }
    }

    private static String read(Process process) {
        try (var in = process.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException gone) {
            return "";
        }
    }

    private static String lastLine(String output) {
        return output.lines().filter(line -> !line.isBlank()).reduce((first, second) -> second).orElse("it said nothing");
    }
}
