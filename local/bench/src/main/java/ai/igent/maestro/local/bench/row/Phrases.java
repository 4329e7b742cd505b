package ai.igent.maestro.local.bench.row;

import java.util.List;
import java.util.Map;

import ai.igent.maestro.local.Part;
import ai.igent.maestro.local.bench.Lab;
import ai.igent.maestro.local.bench.Line;
import ai.igent.maestro.local.bench.Row;
import ai.igent.maestro.local.bench.Sandboxes;
import ai.igent.maestro.local.bench.measure.Samples;

/** A phrase when there is a lot to choose from: the whole call, with asking the owners, reading the phrase and storing the request. */
final class Phrases implements Row {
    private static final int CANDIDATES = 10_000;
    private static final int ROUNDS = 30;

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
        var phrase = Samples.of(lab.pace().warmUp(), ROUNDS,
                () -> carol.post(Part.SESSION, path + "/activation-requests", Map.of("phrase", "activate BENCH_CANDIDATE_4711"))
                        .require(201));
        var table = Samples.of(lab.pace().warmUp(), ROUNDS, () -> carol.get(Part.SESSION, path + "/secrets?limit=50").require(200));
        return List.of(Line.shown("phrase over 10,000 candidates", "p50 %.0f ms".formatted(phrase.percentile(50)), "the whole call"),
                Line.shown("table of 10,000, first page", "p50 %.0f ms".formatted(table.percentile(50)), "the whole call"));
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
