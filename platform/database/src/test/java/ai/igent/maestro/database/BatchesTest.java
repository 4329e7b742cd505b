package ai.igent.maestro.database;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BatchesTest {
    private final Queue<Uni<Integer>> batches = new ArrayDeque<>();

    @Test
    void goesOnWhileBatchesAreFullAndNotLonger() {
        batches.addAll(List.of(taking(5), taking(5), taking(4), taking(5)));

        work().await().indefinitely();

        assertThat(batches).hasSize(1);
    }

    @Test
    void endsWithTheFirstFailure() {
        batches.addAll(List.of(taking(5), Uni.createFrom().failure(new IllegalStateException("away")), taking(5)));

        assertThatThrownBy(() -> work().await().indefinitely()).isInstanceOf(IllegalStateException.class);

        assertThat(batches).hasSize(1);
    }

    @Test
    void anyNumberOfThemTakesNoMoreStack() {
        batches.addAll(IntStream.range(0, 100_000).mapToObj(each -> taking(5)).toList());
        batches.add(taking(0));

        work().await().indefinitely();

        assertThat(batches).isEmpty();
    }

    private Uni<Void> work() {
        return Batches.untilNotFull(5, batches::remove);
    }

    private static Uni<Integer> taking(int rows) {
        return Uni.createFrom().item(rows);
    }
}
