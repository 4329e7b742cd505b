package ai.igent.maestro.local.bench.row;

import java.util.List;
import java.util.stream.IntStream;

import ai.igent.maestro.local.Part;
import ai.igent.maestro.local.bench.Lab;
import ai.igent.maestro.local.bench.Line;
import ai.igent.maestro.local.bench.Row;
import ai.igent.maestro.local.bench.Sandboxes;
import ai.igent.maestro.local.bench.measure.Call;
import ai.igent.maestro.local.bench.yardstick.SelectProcess;

/** One secret's metadata and a list of a hundred, beside a bare select of the same rows over the same HTTP server. */
final class Reads implements Row {
    private static final int LISTED = 100;
    private static final double LEAST = 1.0 / 3;

    @Override
    public String name() {
        return "read";
    }

    @Override
    public List<Line> measure(Lab lab) {
        var alice = lab.as("alice");
        List<String> ids = IntStream.range(0, LISTED).mapToObj(each -> Sandboxes.register(alice, "BENCH_READ_" + each)).toList();
        String token = alice.token();
        try (var select = SelectProcess.start(lab.folder("select"), lab.postgres())) {
            double one = lab.load(select.address(), ids.stream().map(id -> Call.get("/one/" + id)).toList()).perSecond();
            double list = lab.load(select.address(), List.of(Call.get("/list/user:alice"))).perSecond();
            var ours = lab.load(Part.VAULT, ids.stream().map(id -> Call.get("/v1/secrets/" + id).as(token)).toList());
            var ourList = lab.load(Part.VAULT, List.of(Call.get("/v1/secrets?limit=" + LISTED).as(token)));
            return List.of(Line.rate("one secret's metadata", ours, "bare select", one, LEAST),
                    Line.shown("", "", "Infisical 185/s (reference, not measured here): >= 10x"),
                    Line.rate("list of 100", ourList, "bare select", list, LEAST));
        }
    }
}
