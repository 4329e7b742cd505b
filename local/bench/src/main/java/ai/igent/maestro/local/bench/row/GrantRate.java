package ai.igent.maestro.local.bench.row;

import java.net.URI;
import java.util.List;

import ai.igent.maestro.local.Part;
import ai.igent.maestro.local.bench.Lab;
import ai.igent.maestro.local.bench.Line;
import ai.igent.maestro.local.bench.Row;
import ai.igent.maestro.local.bench.Sandboxes;
import ai.igent.maestro.local.bench.measure.Call;
import ai.igent.maestro.local.bench.measure.Load;
import ai.igent.maestro.local.bench.yardstick.BareGrant;

/**
 * What is active now, with the delivery on record, beside the bare transaction; and whether it depends on how many sessions there are. Nobody reads what the
 * bare transaction writes: so that both are given the same processors, audit-service stands still meanwhile, and the other lines are with it.
 */
final class GrantRate implements Row {
    private static final String BARE = "bare transaction";
    private static final double LEAST_SHARED = 1.5;
    private static final double LEAST_ALONE = 0.5;
    private static final double MOST = 1.3;

    @Override
    public String name() {
        return "grant";
    }

    @Override
    public List<Line> measure(Lab lab) {
        var target = lab.stack().url(Part.SESSION);
        List<Call> calls = calls(lab);
        var whileTaken = lab.load(target, calls);
        lab.rest();
        var alone = lab.measured(target, 1, calls);
        lab.rest();
        var bare = BareGrant.prepare(lab);
        var shared = lab.withoutAuditService(() -> Shared.measure(lab, target, calls, bare));
        double bareAlone = bare.perSecond(1);
        fill(lab);
        var among = lab.load(target, calls);
        return List.of(Line.rate("grants, 32 connections", shared.grants(), BARE, shared.bare(), LEAST_SHARED),
                Line.compared("  while audit-service takes their records", whileTaken, BARE, shared.bare()),
                Line.rate("grants, one connection", alone, BARE, bareAlone, LEAST_ALONE),
                Line.same("grants among %,d sessions".formatted(lab.pace().manySessions()), among.perSecond(), "among few",
                        whileTaken.perSecond(), MOST));
    }

    private record Shared(Load grants, double bare) {
        /** One right after the other; what the one left to write down is not left to the other. */
        static Shared measure(Lab lab, URI target, List<Call> calls, BareGrant bare) {
            lab.sql(Part.SESSION, "checkpoint");
            var grants = lab.measured(target, Lab.CONNECTIONS, calls);
            lab.sql(Part.SESSION, "checkpoint");
            return new Shared(grants, bare.perSecond(Lab.CONNECTIONS));
        }
    }

    private static List<Call> calls(Lab lab) {
        String token = lab.serviceToken(Part.INJECTOR);
        return lab.sandboxes().all().stream().map(sandbox -> grant(sandbox, token)).toList();
    }

    private static Call grant(Sandboxes.Sandbox sandbox, String token) {
        return Call.post("/internal/v1/sessions/" + sandbox.session() + "/grants",
                "{\"purpose\":\"deliver\",\"have\":" + sandbox.revision() + "}").as(token);
    }

    /** Sessions like one there is, of a thousand users, each with something active. */
    private static void fill(Lab lab) {
        String pattern = lab.sandboxes().all().getFirst().session();
        String sessions = """
                insert into session select (jsonb_populate_record(pattern, jsonb_build_object('id', 'ses_' || md5('bench' || i),
                        'user_id', 'bench-' || i %% 1000))).*
                from session pattern, generate_series(1, %d) i where pattern.id = '%s'""".formatted(lab.pace().manySessions(), pattern);
        String activations = """
                insert into activation select (jsonb_populate_record(pattern, jsonb_build_object('id', gen_random_uuid(),
                        'session_id', 'ses_' || md5('bench' || i)))).*
                from activation pattern, generate_series(1, %d) i where pattern.session_id = '%s' and pattern.ended_at is null"""
                .formatted(lab.pace().manySessions(), pattern);
        lab.sql(Part.SESSION, sessions, activations, "vacuum analyze session", "vacuum analyze activation", "checkpoint");
    }
}
