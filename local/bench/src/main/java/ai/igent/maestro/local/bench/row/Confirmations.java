package ai.igent.maestro.local.bench.row;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import ai.igent.maestro.local.Part;
import ai.igent.maestro.local.bench.Lab;
import ai.igent.maestro.local.bench.Line;
import ai.igent.maestro.local.bench.Row;
import ai.igent.maestro.local.bench.Sandboxes;
import ai.igent.maestro.local.bench.measure.Samples;
import ai.igent.maestro.local.journey.Client;

/** From the moment a person says yes to the moment the variable is in the sandbox, with a hundred sandboxes connected. */
final class Confirmations implements Row {
    private static final int LIVE = 100;
    private static final String VARIABLE = "BENCH_CONFIRMED";
    private static final double P50 = 50;
    private static final double P99 = 250;

    @Override
    public String name() {
        return "confirm";
    }

    @Override
    public List<Line> measure(Lab lab) {
        Client alice = lab.as("alice");
        Client platform = lab.as("platform");
        List<String> secret = List.of(Sandboxes.register(alice, VARIABLE));
        List<LiveSandbox> live = IntStream.range(0, LIVE)
                .mapToObj(each -> LiveSandbox.connect(lab.stack().url(Part.INJECTOR), Sandboxes.open(lab, platform, alice, List.of())))
                .toList();
        try {
            var warmUp = Math.max(LIVE / 2, lab.pace().confirmations() / 2);
            rounds(alice, live, secret, warmUp);
            var samples = Samples.of(rounds(alice, live, secret, lab.pace().confirmations()));
            String what = "confirm -> visible, %d connected, ".formatted(live.size());
            return List.of(Line.atMost(what + "p50", samples.percentile(50), P50, "ms"),
                    Line.atMost(what + "p99", samples.percentile(99), P99, "ms"));
        } finally {
            live.forEach(LiveSandbox::close);
        }
    }

    private static List<Duration> rounds(Client alice, List<LiveSandbox> live, List<String> secret, int number) {
        List<Duration> taken = new ArrayList<>();
        for (int round = 0; round < number; round++) {
            var sandbox = live.get(round % live.size());
            var request = Sandboxes.request(alice, sandbox.session(), secret);
            var visible = sandbox.expect(VARIABLE);
            long begin = System.nanoTime();
            alice.post(Part.SESSION, "/v1/activation-requests/" + request.id() + "/confirm", request.consent()).require(200, 202);
            taken.add(Duration.ofNanos(visible.join() - begin));
            alice.post(Part.SESSION, "/v1/sessions/" + sandbox.session() + "/deactivations", Map.of("ids", secret)).require(200, 202);
        }
        return taken;
    }
}
