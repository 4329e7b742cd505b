package ai.igent.maestro.local.bench.measure;

import java.util.stream.Stream;

/**
 * What a run of the load tool brought home.
 *
 * @param p50 of the answers' times, in milliseconds; {@code p99} likewise
 */
public record Load(long requests, double seconds, double p50, double p99, long refused, long lost) {
    private static final String MARK = "maestro-bench ";
    private static final int FIELDS = 6;
    /** A load of which more than this part was not answered as it should be measures something else. */
    private static final double TOLERATED = 0.001;

    /** Of the tool's output: the line that wrk.lua writes at the end, microseconds throughout. */
    static Load parse(Stream<String> output) {
        String line = output.filter(each -> each.startsWith(MARK)).findFirst()
                .orElseThrow(() -> new MeasureFailure("wrk ended without a result"));
        String[] numbers = line.substring(MARK.length()).strip().split(" ");
        if (numbers.length != FIELDS)
            throw new MeasureFailure("wrk ended with an unknown result");
        return new Load(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]) / 1e6, Double.parseDouble(numbers[2]) / 1e3,
                Double.parseDouble(numbers[3]) / 1e3, Long.parseLong(numbers[4]), Long.parseLong(numbers[5]));
    }

    public double perSecond() {
        return (requests - refused) / seconds;
    }

    /** Itself, if (nearly) every request was answered with success. */
    Load requireAnswered() {
        if (requests == 0)
            throw new MeasureFailure("no request was answered in " + Math.round(seconds) + " s");
        if (refused + lost > requests * TOLERATED)
            throw new MeasureFailure("of %d requests %d were refused and %d lost".formatted(requests, refused, lost));
        return this;
    }
}
