package ai.igent.maestro.outbox.relay;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

/** Tells the relay of this process that something was committed. Ringing never blocks; rings during a round count as one. */
@Singleton
public class WakeUp {
    private final Semaphore rings = new Semaphore(0);

    public void ring() {
        if (rings.availablePermits() == 0) rings.release();
    }

    void await(Duration longest) throws InterruptedException {
        if (rings.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) rings.drainPermits();
    }
}
