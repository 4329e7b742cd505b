package ai.igent.maestro.local.bench.measure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What a service says of itself at one moment. */
public final class Metrics {
    private final String text;

    private Metrics(String text) {
        this.text = text;
    }

    /** Of the service at {@code address}, now. */
    public static Metrics of(URI address) {
        try (var http = HttpClient.newHttpClient()) {
            return new Metrics(http.send(HttpRequest.newBuilder(URI.create(address + "/q/metrics")).build(),
                    HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new MeasureFailure("a service did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MeasureFailure("interrupted", e);
        }
    }

    /** The sum over all meters of that name with {@code tag} in them; 0 when there is none. */
    public double sum(String name, String tag) {
        return text.lines().filter(line -> line.startsWith(name) && line.contains(tag))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ')))).sum();
    }
}
