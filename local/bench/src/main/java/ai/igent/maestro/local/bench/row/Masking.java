package ai.igent.maestro.local.bench.row;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import ai.igent.maestro.local.Part;
import ai.igent.maestro.local.bench.Lab;
import ai.igent.maestro.local.bench.Line;
import ai.igent.maestro.local.bench.Row;
import ai.igent.maestro.local.bench.Sandboxes;
import ai.igent.maestro.local.bench.measure.MeasureFailure;
import ai.igent.maestro.local.bench.measure.Samples;
import ai.igent.maestro.local.journey.Client;

/** A mebibyte of output of a program, with a value here and there, through the mask of a session in which a hundred values are active. */
final class Masking implements Row {
    private static final int VALUES = 100;
    private static final int MEBIBYTE = 1024 * 1024;
    private static final int ROUNDS = 100;
    private static final double MILLISECONDS = 20;

    @Override
    public String name() {
        return "mask";
    }

    @Override
    public List<Line> measure(Lab lab) {
        Client alice = lab.as("alice");
        List<String> secrets = IntStream.range(0, VALUES).mapToObj(each -> register(alice, each)).toList();
        var sandbox = Sandboxes.open(lab, lab.as("platform"), alice, secrets);
        String text = text();
        var request = HttpRequest.newBuilder(URI.create(lab.stack().url(Part.INJECTOR) + "/v1/sandboxes/" + sandbox.session() + "/mask"))
                .header("Authorization", "Bearer " + sandbox.token()).header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(text)).build();
        return List.of(Line.atMost("mask 1 MiB, 100 values, p50", times(request, lab.pace().first()).percentile(50), MILLISECONDS, "ms"));
    }

    private static String register(Client alice, int number) {
        return alice.post(Part.VAULT, "/v1/secrets", Map.of("name", "BENCH_MASKED_" + number, "value", value(number))).require(201)
                .text("id");
    }

    private static String value(int number) {
        return "bench-masked-%03d-".formatted(number) + Integer.toHexString(number * 0x9E3779B1) + "-value";
    }

    /** Lines of a log, one in fifty with a value. */
    private static String text() {
        var text = new StringBuilder();
        for (int line = 0; text.length() < MEBIBYTE; line++)
            text.append("2026-01-01T00:00:00Z INFO request ").append(line).append(" took 12 ms, status 200, path /v1/things/").append(line)
                    .append(line % 50 == 0 ? " key " + value(line / 50 % VALUES) : "").append('\n');
        return text.substring(0, MEBIBYTE);
    }

    private static Samples times(HttpRequest request, Duration warmUp) {
        try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return Samples.of(warmUp, ROUNDS, () -> mask(http, request));
        }
    }

    private static void mask(HttpClient http, HttpRequest request) {
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200 || answer.body().contains(value(0)))
                throw new MeasureFailure("the text was not masked (" + answer.statusCode() + ")");
        } catch (IOException e) {
            throw new MeasureFailure("the mask did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MeasureFailure("interrupted", e);
        }
    }
}
