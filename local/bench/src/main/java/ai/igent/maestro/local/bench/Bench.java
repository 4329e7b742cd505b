package ai.igent.maestro.local.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import ai.igent.maestro.local.Options;
import ai.igent.maestro.local.Stack;
import ai.igent.maestro.local.StackFailure;
import ai.igent.maestro.local.bench.measure.MeasureFailure;
import ai.igent.maestro.local.bench.row.Rows;
import ai.igent.maestro.local.journey.StepFailure;

/** {@code maestro bench [--quick] [ROW...]}: starts a suite of its own, measures, prints the table. */
public final class Bench {
    private static final String QUICK = "--quick";

    private final Options options;
    private final PrintStream out;

    private Bench(Options options) {
        this.options = options;
        this.out = options.progress();
    }

    public static void main(String... arguments) {
        java.util.logging.LogManager.getLogManager().reset();
        try {
            var wanted = List.of(arguments);
            new Bench(Options.fromEnvironment()).run(rows(wanted), wanted.contains(QUICK) ? Pace.QUICK : Pace.HONEST);
            System.exit(0);
        } catch (StackFailure | MeasureFailure failure) {
            System.err.println("maestro: " + failure.getMessage());
            System.exit(1);
        }
    }

    /** Those asked for; all of them when none is. */
    static List<Row> rows(List<String> arguments) {
        List<String> names = arguments.stream().filter(each -> !each.equals(QUICK)).toList();
        var known = Rows.all();
        Set<String> all = Set.copyOf(known.stream().map(Row::name).toList());
        if (!all.containsAll(names))
            throw new MeasureFailure("usage: ./maestro bench [--quick] [ROW...], where a row is one of "
                    + String.join(", ", known.stream().map(Row::name).toList()));
        return known.stream().filter(row -> names.isEmpty() || names.contains(row.name())).toList();
    }

    private void run(List<Row> rows, Pace pace) {
        Instant begin = Instant.now();
        var stack = Stack.in(options);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        stack.startAll();
        var lab = new Lab(stack, pace, options.state().resolve("bench"), Duration.between(begin, Instant.now()),
                new ServiceTokens(stack, options.state().resolve("client-secrets.properties")));
        List<Line> lines = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        rows.forEach(row -> lines.addAll(measure(row, lab, failures)));
        out.println("\n" + Table.of(lines) + "\n");
        failures.forEach(out::println);
        out.println("%d processors; PostgreSQL with fsync; %s; took %d min".formatted(Runtime.getRuntime().availableProcessors(),
                pace == Pace.QUICK ? "--quick: shows that it works, the numbers say little" : "measured after warming up",
                Duration.between(begin, Instant.now()).toMinutes()));
    }

    private List<Line> measure(Row row, Lab lab, List<String> failures) {
        Instant begin = Instant.now();
        try {
            return row.measure(lab);
        } catch (StepFailure | StackFailure failure) {
            failures.add(row.name() + " was not measured: " + failure.getMessage());
            return List.of(Line.failed(row.name()));
        } finally {
            out.println("measured %s in %d s".formatted(row.name(), Duration.between(begin, Instant.now()).toSeconds()));
        }
    }
}
