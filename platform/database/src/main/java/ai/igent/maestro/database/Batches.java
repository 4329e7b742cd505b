package ai.igent.maestro.database;

import java.util.function.Supplier;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Work on many rows that is done some at a time: each batch is a transaction of its own, so that no lock is held for long and a crash loses nothing that
 * was done.
 */
public final class Batches {
    private Batches() {}

    /** Repeats {@code batch}, which says how many rows it took, until it took fewer than {@code full}. Ends with its first failure. */
    public static Uni<Void> untilNotFull(int full, Supplier<Uni<? extends Integer>> batch) {
        return Multi.createBy().repeating().uni(batch).whilst(taken -> taken >= full).collect().last().replaceWithVoid();
    }
}
