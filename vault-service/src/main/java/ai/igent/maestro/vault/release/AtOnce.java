package ai.igent.maestro.vault.release;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;

/**
 * The time several grants have together for what may take long for one of them: keys. What is cached takes none of it worth speaking of, and what all
 * share, such as reading the rows, does not count; else a database under load would send each of them on to be asked alone. One after the other.
 */
final class AtOnce {
    private static final int SHORTEST_TIMER = 1;

    private final LongSupplier nanos;
    private volatile Duration left = Duration.ofMillis(100);

    AtOnce() {
        this(System::nanoTime);
    }

    AtOnce(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** What {@code work} gives in the time that is left; {@code otherwise} when there is none left, it takes longer, or it fails. */
    <T> Uni<T> or(T otherwise, Supplier<Uni<T>> work) {
        if (left.toMillis() < SHORTEST_TIMER) return Uni.createFrom().item(otherwise);
        long begin = nanos.getAsLong();
        return work.get().ifNoItem().after(left).fail().onFailure().recoverWithItem(otherwise)
                .invoke(() -> left = left.minusNanos(nanos.getAsLong() - begin));
    }
}
