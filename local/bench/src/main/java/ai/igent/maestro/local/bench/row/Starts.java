package ai.igent.maestro.local.bench.row;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import ai.igent.maestro.local.Part;
import ai.igent.maestro.local.bench.Lab;
import ai.igent.maestro.local.bench.Line;
import ai.igent.maestro.local.bench.Row;
import ai.igent.maestro.local.bench.measure.Memory;

/** How soon each service is ready when it is started alone, and what it takes of the memory; what the whole stack took was seen when it started. */
final class Starts implements Row {
    private static final List<Part> SERVICES = List.of(Part.VAULT, Part.SESSION, Part.OAUTH, Part.INJECTOR, Part.AUDIT, Part.CONSOLE);
    private static final double SERVICE_SECONDS = 3;
    private static final double STACK_SECONDS = 15;
    private static final double SERVICE_MIB = 300;
    private static final double STACK_MIB = 2048;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Line> measure(Lab lab) {
        var lines = new ArrayList<Line>();
        lines.add(Line.atMost("whole stack ready", seconds(lab.startOfStack()), STACK_SECONDS, "s"));
        lines.add(Line.atMost("whole stack in memory", Memory.together(processes()), STACK_MIB, "MiB"));
        for (Part service : SERVICES)
            lines.addAll(restart(lab, service));
        return lines;
    }

    private static List<Line> restart(Lab lab, Part service) {
        double used = Memory.resident(lab.stack().pid(service));
        lab.stack().kill(service);
        Instant begin = Instant.now();
        lab.stack().start(service);
        double ready = seconds(Duration.between(begin, Instant.now()));
        return List.of(Line.atMost(service.title() + " ready", ready, SERVICE_SECONDS, "s"),
                Line.atMost("  in memory, when ready", Memory.resident(lab.stack().pid(service)), SERVICE_MIB, "MiB"),
                Line.atMost("  in memory, after the rows before", used, SERVICE_MIB, "MiB"));
    }

    /** Of the stack: this program's children, and theirs, among them every process of PostgreSQL. */
    private static Stream<Long> processes() {
        return ProcessHandle.current().descendants().map(ProcessHandle::pid);
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
