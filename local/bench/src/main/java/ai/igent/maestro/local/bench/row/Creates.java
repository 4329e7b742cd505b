package ai.igent.maestro.local.bench.row;

import java.util.List;

import ai.igent.maestro.local.Part;
import ai.igent.maestro.local.bench.Lab;
import ai.igent.maestro.local.bench.Line;
import ai.igent.maestro.local.bench.Row;
import ai.igent.maestro.local.bench.Sandboxes;
import ai.igent.maestro.local.bench.measure.Call;

/** Registering a secret, sealed and committed with fsync, when few and when many are stored. */
final class Creates implements Row {
    private static final int FEW = 1_000;
    private static final double MOST = 1.3;
    private static final String CREATOR = "bob";

    @Override
    public String name() {
        return "create";
    }

    @Override
    public List<Line> measure(Lab lab) {
        String pattern = Sandboxes.register(lab.as("alice"), "BENCH_PATTERN");
        List<Call> create = List.of(create(lab));
        lab.load(Part.VAULT, create);
        forget(lab);
        fill(lab, pattern, 1, FEW);
        lab.rest();
        var few = lab.measured(lab.stack().url(Part.VAULT), Lab.CONNECTIONS, create);
        fill(lab, pattern, FEW + 1, lab.pace().manySecrets());
        var many = lab.load(Part.VAULT, create);
        return List.of(Line.shown("create a secret, few stored", Line.perSecond(few.perSecond()),
                "Infisical 47/s (reference, not measured here): >= 20x"),
                Line.same("the same, %,d stored".formatted(lab.pace().manySecrets()), many.perSecond(), "%,d stored".formatted(FEW),
                        few.perSecond(), MOST));
    }

    private static Call create(Lab lab) {
        String body = "{\"name\":\"BENCH_MADE_@N@\",\"value\":\"bench-value-" + "x".repeat(28) + "\"}";
        return Call.post("/v1/secrets", body).as(lab.as(CREATOR).token());
    }

    /** What was created to warm up would count as stored. In one statement: calls that nobody waits for any more may still create. */
    private static void forget(Lab lab) {
        lab.sql(Part.VAULT, """
                with gone as (delete from secret_version v using secret s where v.secret = s.id and s.owner = 'user:%1$s')
                delete from secret where owner = 'user:%1$s'""".formatted(CREATOR));
    }

    /** Rows like the one of {@code pattern}, of a thousand owners. They count for size only: their MAC is another's. */
    private static void fill(Lab lab, String pattern, int from, int to) {
        String secrets = """
                insert into secret select (jsonb_populate_record(pattern, jsonb_build_object('id', 'sec_' || md5('bench' || i),
                        'owner', 'user:bench-' || i %% 1000, 'name', 'BENCH_STORED_' || i))).*
                from secret pattern, generate_series(%d, %d) i where pattern.id = '%s'""".formatted(from, to, pattern);
        String versions = """
                insert into secret_version select (jsonb_populate_record(pattern, jsonb_build_object('secret', 'sec_' || md5('bench' || i)))).*
                from secret_version pattern, generate_series(%d, %d) i where pattern.secret = '%s'"""
                .formatted(from, to, pattern);
        lab.sql(Part.VAULT, secrets, versions, "vacuum analyze secret", "vacuum analyze secret_version", "checkpoint");
    }
}
