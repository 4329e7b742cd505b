package ai.igent.maestro.local.bench.row;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import ai.igent.maestro.local.Part;
import ai.igent.maestro.local.bench.Lab;
import ai.igent.maestro.local.bench.Line;
import ai.igent.maestro.local.bench.Row;
import ai.igent.maestro.local.bench.measure.Call;
import ai.igent.maestro.local.bench.measure.Load;

/** What an owner does for five of its secrets: checks, puts on record, opens. A grant lives ten seconds, so each run gets new ones. */
final class Resolves implements Row {
    private static final Duration LIFE_OF_A_GRANT = Duration.ofSeconds(7);

    @Override
    public String name() {
        return "resolve";
    }

    @Override
    public List<Line> measure(Lab lab) {
        Load load = run(lab);
        for (long round = lab.pace().first().dividedBy(time(lab)); round > 0; round--)
            load = run(lab);
        return List.of(Line.shown("resolve of 5", Line.perSecond(load.perSecond()), "part of a cold bundle"));
    }

    private static Load run(Lab lab) {
        String token = lab.serviceToken(Part.INJECTOR);
        var injector = lab.suite().with(token);
        List<Call> calls = lab.sandboxes().some(Lab.CONNECTIONS).parallelStream()
                .map(sandbox -> injector
                        .post(Part.SESSION, "/internal/v1/sessions/" + sandbox.session() + "/grants", Map.of("purpose", "build"))
                        .require(200).text("grant"))
                .map(grant -> Call.post("/internal/v1/resolve", "{\"grant\":\"" + grant + "\"}").as(token)).toList();
        return lab.measured(lab.stack().url(Part.VAULT), Lab.CONNECTIONS, time(lab), calls);
    }

    private static Duration time(Lab lab) {
        return lab.pace().measure().compareTo(LIFE_OF_A_GRANT) < 0 ? lab.pace().measure() : LIFE_OF_A_GRANT;
    }
}
