package ai.igent.maestro.local.bench.row;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import ai.igent.maestro.local.Part;
import ai.igent.maestro.local.bench.Lab;
import ai.igent.maestro.local.bench.Line;
import ai.igent.maestro.local.bench.Row;
import ai.igent.maestro.local.bench.Sandboxes;
import ai.igent.maestro.local.bench.measure.Metrics;

/** How often vault-service asks its key service while it seals and opens many values of one owner, by its own count. */
final class KeyCalls implements Row {
    private static final int MANY = 1_000;

    @Override
    public String name() {
        return "keys";
    }

    @Override
    public List<Line> measure(Lab lab) {
        var sandboxes = lab.sandboxes().all();
        double before = asked(lab);
        var alice = lab.as("alice");
        IntStream.range(0, MANY).forEach(i -> Sandboxes.register(alice, "BENCH_KEYS_" + i));
        double sealed = asked(lab);
        IntStream.range(0, MANY).forEach(i -> resolve(lab, sandboxes.get(i % sandboxes.size())));
        double opened = asked(lab);
        return List.of(calls("key service asked for %,d creates".formatted(MANY), sealed - before),
                calls("  for %,d resolves of 5".formatted(MANY), opened - sealed));
    }

    private static Line calls(String what, double calls) {
        return Line.shown(what, "%.0f calls".formatted(calls), "one per owner and life of its cache");
    }

    private static void resolve(Lab lab, Sandboxes.Sandbox sandbox) {
        var injector = lab.suite().with(lab.serviceToken(Part.INJECTOR));
        String grant = injector.post(Part.SESSION, "/internal/v1/sessions/" + sandbox.session() + "/grants", Map.of("purpose", "build"))
                .require(200).text("grant");
        injector.post(Part.VAULT, "/internal/v1/resolve", Map.of("grant", grant)).require(200);
    }

    private static double asked(Lab lab) {
        return Metrics.of(lab.stack().url(Part.VAULT)).sum("maestro_key_service_calls_total", "");
    }
}
