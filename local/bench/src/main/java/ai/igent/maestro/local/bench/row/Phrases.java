package ai.igent.maestro.local.bench.row;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import ai.igent.maestro.local.Part;
import ai.igent.maestro.local.bench.Lab;
import ai.igent.maestro.local.bench.Line;
import ai.igent.maestro.local.bench.Row;
import ai.igent.maestro.local.bench.Sandboxes;
import ai.igent.maestro.local.bench.measure.Metrics;
import ai.igent.maestro.local.bench.measure.Samples;

/** A phrase when there is a lot to choose from: reading it, and the whole call, with asking the owners and storing the request. */
final class Phrases implements Row {
    private static final String READING = "maestro_phrase_reading_seconds_";
    private static final int CANDIDATES = 10_000;
    private static final int ROUNDS = 30;
    private static final double MILLIS = 20;
    private static final double MILLIS_PER_SECOND = 1_000;

    @Override
    public String name() {
        return "phrase";
    }

    @Override
    public List<Line> measure(Lab lab) {
        String pattern = Sandboxes.register(lab.as("carol"), "BENCH_CANDIDATE");
        fill(lab, pattern);
        var session = lab.as("platform").post(Part.SESSION, "/v1/sessions", Map.of("user", "carol", "agent", "bench")).require(201);
        String path = "/v1/sessions/" + session.body().path("session").path("id").asText();
        var carol = lab.as("carol");
        Runnable ask = () -> carol.post(Part.SESSION, path + "/activation-requests", Map.of("phrase", "activate BENCH_CANDIDATE_4711"))
                .require(201);
        Samples.of(lab.pace().warmUp(), 1, ask);
        var before = Metrics.of(lab.stack().url(Part.SESSION));
        var phrase = Samples.of(Duration.ZERO, ROUNDS, ask);
        double reading = reading(before, Metrics.of(lab.stack().url(Part.SESSION)));
        var table = Samples.of(lab.pace().warmUp(), ROUNDS, () -> carol.get(Part.SESSION, path + "/secrets?limit=50").require(200));
        return List.of(Line.atMost("reading a phrase, 10,000 candidates, mean", reading, MILLIS, "ms"),
                Line.shown("phrase over 10,000 candidates", "p50 %.0f ms".formatted(phrase.percentile(50)), "the whole call"),
                Line.shown("table of 10,000, first page", "p50 %.0f ms".formatted(table.percentile(50)), "the whole call"));
    }

    /** How long one reading took on average between the two, by the service's own count. */
    private static double reading(Metrics before, Metrics after) {
        double readings = after.sum(READING + "count", "") - before.sum(READING + "count", "");
        return (after.sum(READING + "sum", "") - before.sum(READING + "sum", "")) / readings * MILLIS_PER_SECOND;
    }

    /** Carol's, like the one of {@code pattern}. Only its labels are looked at; nothing of it is ever released. */
    private static void fill(Lab lab, String pattern) {
        String candidates = """
                insert into secret select (jsonb_populate_record(pattern, jsonb_build_object('id', 'sec_' || md5('candidate' || i),
                        'name', pattern.name || '_' || i, 'variable', pattern.variable || '_' || i))).*
                from secret pattern, generate_series(2, %d) i where pattern.id = '%s'""".formatted(CANDIDATES, pattern);
        lab.sql(Part.VAULT, candidates, "analyze secret");
    }
}
