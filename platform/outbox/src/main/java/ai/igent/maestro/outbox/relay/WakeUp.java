package ai.igent.maestro.outbox.relay;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.inject.Singleton;

/**
 * Tells the relay of this process that something was committed. Ringing never blocks; rings during a round count as one.
 *
 * <p>There are two bells. One is for changes: the relay goes at once. The other is for what comes in crowds and nobody waits for: the relay first
 * lets a crowd gather, because a round costs the same for one event as for hundreds.
 */
@Singleton
public class WakeUp {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private boolean now;
    private boolean soon;

    public void ring() {
        ring(true);
    }

    /** The relay may let it wait for as long as it lets events gather. */
    public void ringSoon() {
        ring(false);
    }

    private void ring(boolean urgent) {
        lock.lock();
        try {
            boolean first = urgent ? !now : !now && !soon;
            if (urgent) now = true;
            else
                soon = true;
            if (first) rung.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when a change was rung for, when {@code gathering} has passed since it knows of anything else, or after {@code longest}. */
    void await(Duration gathering, Duration longest) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = longest.toNanos();
            while (!now && !soon && left > 0)
                left = rung.awaitNanos(left);
            left = Math.min(left, gathering.toNanos());
            while (!now && left > 0)
                left = rung.awaitNanos(left);
            now = false;
            soon = false;
        } finally {
            lock.unlock();
        }
    }
}
