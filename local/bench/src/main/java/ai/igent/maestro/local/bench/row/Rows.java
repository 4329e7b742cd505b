package ai.igent.maestro.local.bench.row;

import java.util.List;

import ai.igent.maestro.local.bench.Row;

/** All rows, in the order in which they are measured: first what needs few rows in the databases, last what fills them, and then what restarts services. */
public final class Rows {
    private Rows() {}

    public static List<Row> all() {
        return List.of(new Bundles(), new Resolves(), new Reads(), new Confirmations(), new Masking(), new Phrases(), new GrantRate(),
                new KeyCalls(),
                new Creates(),
                new AuditLog(), new KnownSessions(), new Starts());
    }
}
