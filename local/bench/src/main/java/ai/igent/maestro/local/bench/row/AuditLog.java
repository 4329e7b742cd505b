package ai.igent.maestro.local.bench.row;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import ai.igent.maestro.local.Part;
import ai.igent.maestro.local.bench.Lab;
import ai.igent.maestro.local.bench.Line;
import ai.igent.maestro.local.bench.Row;
import ai.igent.maestro.local.bench.measure.MeasureFailure;
import ai.igent.maestro.local.bench.measure.Pause;

/** How fast records get into the chain, and how long it takes to check all of it. */
final class AuditLog implements Row {
    private static final double INTO_THE_CHAIN = 5_000;
    private static final double SECONDS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public List<Line> measure(Lab lab) {
        int number = lab.pace().manyEvents();
        long before = stored(lab);
        new RecordFlood(lab.stack().kafka()).send(number);
        double rate = intake(lab, before + number);
        long there = stored(lab);
        Instant begin = Instant.now();
        verify(lab);
        double seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
        return List.of(Line.atLeast("audit records into the chain", rate, INTO_THE_CHAIN),
                there < number
                        ? Line.shown("verify %,d audit events".formatted(there), "%.1f s".formatted(seconds),
                                "too few to judge: intake was too slow")
                        : Line.atMost("verify %,d audit events".formatted(there), seconds, SECONDS, "s"));
    }

    /** Per second, until all are stored or patience is over. */
    private static double intake(Lab lab, long wanted) {
        Instant begin = Instant.now();
        Instant end = begin.plus(PATIENCE);
        long then = stored(lab);
        while (stored(lab) < wanted && Instant.now().isBefore(end))
            Pause.of(BETWEEN_LOOKS);
        return (stored(lab) - then) / (Duration.between(begin, Instant.now()).toMillis() / 1000.0);
    }

    private static long stored(Lab lab) {
        return lab.count(Part.AUDIT, "select coalesce(sum(sequence), 0) from chain_head");
    }

    private static void verify(Lab lab) {
        var request = HttpRequest.newBuilder(URI.create(lab.stack().url(Part.AUDIT) + "/v1/audit/verify")).timeout(PATIENCE)
                .header("Authorization", "Bearer " + lab.as("auditor").token()).build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200 || !answer.body().contains("intact"))
                throw new MeasureFailure("the trail was not found intact (" + answer.statusCode() + ")");
        } catch (java.io.IOException e) {
            throw new MeasureFailure("the verification was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MeasureFailure("interrupted", e);
        }
    }
}
