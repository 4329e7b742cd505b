package ai.igent.maestro.audit.publication;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import static org.awaitility.Awaitility.await;

/** Hears from the log that the relay could not send something. */
final class RelayFailures extends Handler implements AutoCloseable {
    private static final Logger RELAY = Logger.getLogger("ai.igent.maestro.outbox.relay.BatchInFlight");

    private final AtomicInteger number = new AtomicInteger();

    private RelayFailures() {}

    static RelayFailures heard() {
        var failures = new RelayFailures();
        RELAY.addHandler(failures);
        return failures;
    }

    void awaitAnother() {
        int before = number.get();
        await("a failure to send").atMost(Duration.ofSeconds(30)).until(() -> number.get() > before);
    }

    @Override
    public void publish(LogRecord failure) {
        number.incrementAndGet();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        RELAY.removeHandler(this);
    }
}
