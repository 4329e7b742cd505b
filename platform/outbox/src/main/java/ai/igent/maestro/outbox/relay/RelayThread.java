package ai.igent.maestro.outbox.relay;

import java.util.List;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** Starts the service's relay with the service and stops it with it. */
@Singleton
class RelayThread {
    private static final long LONGEST_STOP_MILLIS = 3_000;

    private final Thread thread;

    RelayThread(RelayConnections connections, @All List<UnsentEvents> places, Producers producers, WakeUp wakeUp, OutboxConfig config,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        var relay = new Relay(connections, places, new Publisher(producers, "/maestro/" + service), wakeUp, config);
        thread = Thread.ofPlatform().name("outbox-relay").daemon().unstarted(relay);
    }

    void start(@Observes StartupEvent started) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        thread.interrupt();
        thread.join(LONGEST_STOP_MILLIS);
    }
}
