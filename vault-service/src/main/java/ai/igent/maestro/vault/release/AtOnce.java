package ai.igent.maestro.vault.release;

import java.time.Duration;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;

/** The time several grants have together for what may take long for one of them. What is cached takes none of it worth speaking of. */
final class AtOnce {
    private static final Duration TIME = Duration.ofMillis(100);

    private final long end = System.nanoTime() + TIME.toNanos();

    /** What {@code work} gives in the time that is left; {@code otherwise} when there is none left, it takes longer, or it fails. */
    <T> Uni<T> or(T otherwise, Supplier<Uni<T>> work) {
        Duration left = Duration.ofNanos(end - System.nanoTime());
        if (!left.isPositive()) return Uni.createFrom().item(otherwise);
        return work.get().ifNoItem().after(left).fail().onFailure().recoverWithItem(otherwise);
    }
}
