package ai.igent.maestro.vault.release;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;

import static org.assertj.core.api.Assertions.assertThat;

class AtOnceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AtOnce atOnce = new AtOnce();

    @Test
    void whatIsThereIsGiven() {
        assertThat(given(() -> Uni.createFrom().item("there"))).isEqualTo("there");
    }

    @Test
    void whatFailsIsLeft() {
        assertThat(given(() -> Uni.createFrom().failure(new IllegalStateException()))).isEqualTo("left");
    }

    @Test
    void whatTakesLongIsLeftAndTheOthersAreNotKeptWaitingForMore() {
        var asked = new AtomicBoolean();

        assertThat(given(() -> Uni.createFrom().nothing())).isEqualTo("left");
        assertThat(given(() -> Uni.createFrom().item(() -> {
            asked.set(true);
            return "late";
        }))).isEqualTo("left");

        assertThat(asked).isFalse();
    }

    /** No timer runs for less than a millisecond. */
    @Test
    void lessThanAMillisecondIsNoTime() {
        var now = new AtomicLong();
        var slow = new AtOnce(now::get);
        slow.or("left",
                () -> Uni.createFrom().item(() -> now.addAndGet(Duration.ofMillis(100).minusNanos(1).toNanos())).map(any -> "there"))
                .await().atMost(PATIENCE);

        assertThat(slow.or("left", () -> Uni.createFrom().item("late")).await().atMost(PATIENCE)).isEqualTo("left");
    }

    @Test
    void onlyTheWorkItselfTakesTime() {
        var now = new AtomicLong();
        var slow = new AtOnce(now::get);

        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(slow.or("left", () -> Uni.createFrom().item(() -> {
            now.addAndGet(Duration.ofMillis(100).toNanos());
            return "there";
        })).await().atMost(PATIENCE)).isEqualTo("there");

        assertThat(slow.or("left", () -> Uni.createFrom().item("late")).await().atMost(PATIENCE)).isEqualTo("left");
    }

    private String given(Supplier<Uni<String>> work) {
        return atOnce.or("left", work).await().atMost(PATIENCE);
    }
}
