package ai.igent.maestro.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Statements without an entity: for what is read as it stands, and for what is written by one statement. Each is a transaction of its own and sees one
 * snapshot. Failures are those of the driver.
 */
@ApplicationScoped
public class Statements {
    /** Where one looks for the statements of a service, whoever sends them. Parameters are not written there. */
    private static final Logger SQL = Logger.getLogger("org.hibernate.SQL");
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");

    private final Pool database;
    private final Map<List<String>, String> joined = new ConcurrentHashMap<>();

    Statements(Pool database) {
        this.database = database;
    }

    public Uni<RowSet<Row>> execute(String sql, Tuple parameters) {
        SQL.debug(sql);
        return database.preparedQuery(sql).execute(parameters);
    }

    /** All of {@code changes} or, when it fails, none of them, in one round trip. */
    public Uni<Void> commit(List<Change> changes) {
        List<Object> parameters = new ArrayList<>();
        changes.forEach(change -> parameters.addAll(change.parameters()));
        return execute(joined(changes), Tuple.from(parameters)).replaceWithVoid();
    }

    private String joined(List<Change> changes) {
        if (changes.size() == 1) return changes.getFirst().sql();
        return joined.computeIfAbsent(changes.stream().map(Change::sql).toList(), any -> join(changes));
    }

    private static String join(List<Change> changes) {
        List<String> parts = new ArrayList<>();
        int before = 0;
        for (Change change : changes) {
            parts.add("change_" + parts.size() + " as (\n" + renumbered(change.sql(), before) + ")");
            before += change.parameters().size();
        }
        return "with " + String.join(",\n", parts) + "\nselect 1";
    }

    private static String renumbered(String sql, int before) {
        return PARAMETER.matcher(sql).replaceAll(found -> "\\$" + (Integer.parseInt(found.group(1)) + before));
    }
}
