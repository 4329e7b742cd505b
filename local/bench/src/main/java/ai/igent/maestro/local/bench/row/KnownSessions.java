package ai.igent.maestro.local.bench.row;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import ai.igent.maestro.local.Part;
import ai.igent.maestro.local.bench.Lab;
import ai.igent.maestro.local.bench.Line;
import ai.igent.maestro.local.bench.Row;
import ai.igent.maestro.local.bench.Sandboxes;
import ai.igent.maestro.local.bench.measure.MeasureFailure;
import ai.igent.maestro.local.bench.measure.Memory;
import ai.igent.maestro.local.journey.Client;
import ai.igent.maestro.local.journey.SideBySide;

/**
 * What the injector takes of the memory when it knows many sessions: each has fetched five secrets within the ten minutes for which their values are
 * kept, and a tenth of them hang on their streams.
 */
final class KnownSessions implements Row {
    private static final String AGENT = "bench-memory";
    private static final String UNKNOWN = "a session could not be made known";
    private static final int SECRETS = 5;
    private static final int MOST_REFUSALS = 10;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final double MIB = 300;
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public List<Line> measure(Lab lab) {
        consentInAdvance(lab);
        long injector = lab.stack().pid(Part.INJECTOR);
        int known = lab.pace().knownSessions();
        int connected = known / 10;
        Client platform = lab.as("platform");
        List<Sandboxes.Sandbox> sandboxes = SideBySide.each(IntStream.range(0, known).boxed().toList(), UNKNOWN,
                number -> open(lab, platform));
        Instant begin = Instant.now();
        SideBySide.each(sandboxes, UNKNOWN, sandbox -> fetch(lab, sandbox));
        List<LiveSandbox> live = new ArrayList<>();
        try {
            live.addAll(SideBySide.each(sandboxes.subList(0, connected), UNKNOWN,
                    sandbox -> LiveSandbox.connect(lab.stack().url(Part.INJECTOR), sandbox)));
            String what = "injector in memory, %,d sessions known, %,d connected".formatted(known, connected);
            String beside = "%.0f MiB at most; they came in %d s".formatted(Memory.most(injector),
                    Duration.between(begin, Instant.now()).toSeconds());
            return List.of(Line.atMost(what, Memory.resident(injector), MIB, "MiB"), Line.shown("  since it was started", beside, ""));
        } finally {
            live.forEach(LiveSandbox::close);
        }
    }

    /** So that the sessions begin with something active, without a confirmation each. */
    private static void consentInAdvance(Lab lab) {
        var alice = lab.as("alice");
        List<String> secrets = IntStream.range(0, SECRETS)
                .mapToObj(each -> Sandboxes.register(alice, "BENCH_KNOWN_" + each + "_" + System.nanoTime())).toList();
        alice.post(Part.SESSION, "/v1/standing-consents",
                Map.of("agent", AGENT, "activate", secrets, "until", Instant.now().plus(Duration.ofHours(6)).toString())).require(201);
    }

    private static Sandboxes.Sandbox open(Lab lab, Client platform) {
        return Sandboxes.enrol(lab, platform.post(Part.SESSION, "/v1/sessions", Map.of("user", "alice", "agent", AGENT)).require(201));
    }

    /** As a sandbox does: who is told to come back later comes back. Gives how often that was. */
    private static int fetch(Lab lab, Sandboxes.Sandbox sandbox) {
        var request = LiveSandbox.request(lab.stack().url(Part.INJECTOR), sandbox, "/bundle").build();
        try {
            for (int refused = 0; refused < MOST_REFUSALS; refused++) {
                var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 200 && answer.body().contains("BENCH_KNOWN_")) return refused;
                Thread.sleep(PAUSE);
            }
            throw new MeasureFailure("a sandbox was refused its bundle " + MOST_REFUSALS + " times");
        } catch (IOException e) {
            throw new MeasureFailure("a bundle could not be fetched", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MeasureFailure("interrupted", e);
        }
    }
}
