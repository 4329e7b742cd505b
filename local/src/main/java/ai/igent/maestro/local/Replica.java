package ai.igent.maestro.local;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ai.igent.maestro.embedded.FreePort;

/** One more process of a service beside the stack's own, on a port of its own. It is ready when it is handed out; {@link #close} stops it. */
public final class Replica implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(12);
    /** Those who balance between replicas ask this often whether one is ready. */
    private static final String TAKEN_OUT_FIRST = "2S";

    private final Part part;
    private final int number;
    private final List<String> command;
    private final Map<String, String> environment;
    private final StateFolder state;
    private final int port;
    private final Readiness readiness = new Readiness();
    private Child child;

    private Replica(Part part, int number, List<String> command, Map<String, String> environment, StateFolder state, int port) {
        this.part = part;
        this.number = number;
        this.command = command;
        this.environment = environment;
        this.state = state;
        this.port = port;
    }

    static Replica start(Part part, int number, List<String> command, Map<String, String> environment, StateFolder state) {
        int port = FreePort.next();
        var own = new HashMap<>(environment);
        own.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        own.put("MAESTRO_SHUTDOWN_DELAY", TAKEN_OUT_FIRST);
        var replica = new Replica(part, number, command, own, state, port);
        replica.start();
        return replica;
    }

    public URI url() {
        return URI.create("http://localhost:" + port);
    }

    /** As a rolling restart does it: no longer ready, then its work finished, then started again. */
    public void restart() {
        close();
        start();
    }

    private void start() {
        child = Child.start(part, "-" + number, command, environment, state);
        Instant end = Instant.now().plus(START);
        while (!readiness.of(part, port)) {
            if (!child.isAlive())
                throw child.failure();
            if (Instant.now().isAfter(end)) {
                close();
                throw new StackFailure(part.title() + " " + number + " was not ready after " + START.toSeconds() + " s.");
            }
            Stack.pause();
        }
    }

    @Override
    public void close() {
        child.stop(STOP);
    }
}
