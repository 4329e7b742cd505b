package ai.igent.maestro.outbox.relay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.apache.kafka.clients.producer.Producer;

import static org.awaitility.Awaitility.await;

/** A relay on its thread, as in a service. */
final class RunningRelay {
    private static final ShortPauses CONFIG = new ShortPauses();

    private final AtomicInteger producersMade = new AtomicInteger();
    private final Thread thread;

    RunningRelay(OutboxTable table, String bootstrap, String source) {
        this(table, List.of(new OutboxLog()), bootstrap, source);
    }

    RunningRelay(OutboxTable table, List<UnsentEvents> places, String bootstrap, String source) {
        var relay = new Relay(table.connections(), places, new Publisher(counted(producers(bootstrap)), source),
                new WakeUp(), CONFIG);
        thread = Thread.ofPlatform().name("relay-" + source).daemon().start(relay);
    }

    private Supplier<Producer<String, String>> counted(Producers producers) {
        return () -> {
            producersMade.incrementAndGet();
            return producers.get();
        };
    }

    /** Waits until sending failed: the relay makes a producer anew after each failure. */
    void awaitFailure() {
        int before = producersMade.get();
        await("a failure to send").atMost(Duration.ofSeconds(20)).until(() -> producersMade.get() > before);
    }

    static Producers producers(String bootstrap) {
        return new Producers(Map.of("bootstrap.servers", bootstrap), CONFIG);
    }

    /** Interrupts it, as a service's end does. */
    void stop() throws InterruptedException {
        thread.interrupt();
        thread.join(10_000);
        if (thread.isAlive()) throw new AssertionError("the relay did not stop");
    }
}
