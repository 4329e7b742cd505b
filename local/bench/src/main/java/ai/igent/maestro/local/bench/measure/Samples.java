package ai.igent.maestro.local.bench.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** How long something took, many times. */
public final class Samples {
    private final long[] sorted;

    private Samples(long[] sorted) {
        this.sorted = sorted;
    }

    public static Samples of(Collection<Duration> durations) {
        if (durations.isEmpty())
            throw new MeasureFailure("nothing was measured");
        return new Samples(durations.stream().mapToLong(Duration::toNanos).sorted().toArray());
    }

    /** Repeats {@code work} for some time to warm up, and then so often to be measured. */
    public static Samples of(Duration warmUp, int rounds, Runnable work) {
        for (long end = System.nanoTime() + warmUp.toNanos(); System.nanoTime() < end;)
            work.run();
        List<Duration> taken = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            long begin = System.nanoTime();
            work.run();
            taken.add(Duration.ofNanos(System.nanoTime() - begin));
        }
        return of(taken);
    }

    public int count() {
        return sorted.length;
    }

    /** The smallest sample that at least {@code percent} of all do not exceed, in milliseconds. */
    public double percentile(double percent) {
        if (percent <= 0 || percent > 100)
            throw new IllegalArgumentException("not a percentile: " + percent);
        return sorted[(int) Math.ceil(percent / 100 * sorted.length) - 1] / 1e6;
    }

    @Override
    public String toString() {
        return "%d samples, %s".formatted(sorted.length, Arrays.toString(new double[]{percentile(50), percentile(99)}));
    }
}
