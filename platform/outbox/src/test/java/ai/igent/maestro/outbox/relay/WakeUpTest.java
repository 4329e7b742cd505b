package ai.igent.maestro.outbox.relay;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WakeUpTest {
    private static final Duration FOREVER = Duration.ofDays(1);

    private final WakeUp wakeUp = new WakeUp();

    @Test
    void aChangeWakesAtOnce() {
        var awake = awaiting(FOREVER, FOREVER);

        wakeUp.ring();

        assertThat(awake).succeedsWithin(10, TimeUnit.SECONDS);
    }

    @Test
    void aChangeIsNotKeptWaitingByACrowdThatGathers() {
        wakeUp.ringSoon();
        var awake = awaiting(FOREVER, FOREVER);

        wakeUp.ring();

        assertThat(awake).succeedsWithin(10, TimeUnit.SECONDS);
    }

    @Test
    void aCrowdWakesWhenItHasGathered() {
        var awake = awaiting(Duration.ofMillis(1), FOREVER);

        wakeUp.ringSoon();

        assertThat(awake).succeedsWithin(10, TimeUnit.SECONDS);
    }

    @Test
    void aCrowdAloneIsLetGather() {
        wakeUp.ringSoon();

        assertThat(awaiting(FOREVER, FOREVER)).isNotCompleted().failsWithin(100, TimeUnit.MILLISECONDS);
    }

    @Test
    void whatWasRungForBeforeIsNotMissed() {
        wakeUp.ring();

        assertThat(awaiting(FOREVER, FOREVER)).succeedsWithin(10, TimeUnit.SECONDS);
    }

    @Test
    void withoutARingItWakesToPoll() {
        assertThat(awaiting(FOREVER, Duration.ofMillis(1))).succeedsWithin(10, TimeUnit.SECONDS);
    }

    private CompletableFuture<Void> awaiting(Duration gathering, Duration longest) {
        return CompletableFuture.runAsync(() -> {
            try {
                wakeUp.await(gathering, longest);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }, task -> Thread.ofPlatform().daemon().start(task));
    }
}
