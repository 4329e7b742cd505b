package ai.igent.maestro.local;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import ai.igent.maestro.local.journey.AgentSession;
import ai.igent.maestro.local.journey.AwsKeys;
import ai.igent.maestro.local.journey.Client;
import ai.igent.maestro.local.journey.SideBySide;
import ai.igent.maestro.local.journey.StepFailure;
import ai.igent.maestro.local.journey.Suite;

/** Many sandboxes that fetch what is active, again and again: a service that was busy in training is compiled for it soon after its next start. */
final class TrainingLoad {
    /** A build lives so short that some of the fetches ask the owners, and others do not. */
    static final List<String> OPTIONS = List.of("-Dmaestro.injector.bundle.lifetime=PT0.2S");
    private static final String PHRASE = "Activate " + AwsKeys.ACCOUNT + " secrets for this session";
    private static final int SANDBOXES = 32;
    private static final Duration TIME = Duration.ofSeconds(20);

    private final Suite suite;

    TrainingLoad(Suite suite) {
        this.suite = suite;
    }

    /** @throws StepFailure when a sandbox never got anything */
    void run() {
        Client alice = suite.as("alice");
        AwsKeys.deleteEarlier(alice);
        AwsKeys.register(alice);
        SideBySide.each(IntStream.range(0, SANDBOXES).boxed().toList(), "a sandbox was not served", each -> deliveries(alice));
    }

    /** How often the sandbox of a new session got what is active. */
    private int deliveries(Client alice) {
        var session = AgentSession.create(suite, "alice");
        Client sandbox = suite.with(session.enrol());
        String request = session.request(PHRASE).require(201).text("id");
        session.confirm(alice, session.read(alice, request).require(200)).require(200, 202);
        int fetched = fetched(sandbox, "/v1/sandboxes/" + session.id() + "/bundle");
        session.end().require(200);
        return fetched;
    }

    /** A JVM that writes down what it does is slow: that it is too slow for a fetch now and then is no failure. */
    private static int fetched(Client sandbox, String bundle) {
        Instant end = Instant.now().plus(TIME);
        int fetched = 0;
        while (Instant.now().isBefore(end))
            if (sandbox.get(Part.INJECTOR, bundle).status() == 200) fetched++;
        if (fetched == 0) throw new StepFailure("a sandbox got nothing in " + TIME.toSeconds() + " s");
        return fetched;
    }
}
