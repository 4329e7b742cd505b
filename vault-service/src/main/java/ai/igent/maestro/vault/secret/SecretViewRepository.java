package ai.igent.maestro.vault.secret;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import ai.igent.maestro.database.Statements;
import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.web.identity.Caller;

/**
 * What people see of secrets, read straight from the rows: one statement, which has one snapshot, and no entity, which only a change needs. No value
 * is among it, so nothing of it is taken to be genuine.
 */
@ApplicationScoped
class SecretViewRepository {
    private static final String ONE = "select " + ViewRow.COLUMNS + ", s.sequence from secret s where s.id = $1";

    private final Statements statements;
    private final Clock clock;

    SecretViewRepository(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /** The secret, if the person may see it; else {@link SecretFailure.NotFound}. */
    Uni<TaggedView> require(SecretId id, Caller.Person person) {
        return statements.execute(ONE, Tuple.of(id.text())).map(found -> visible(found, person));
    }

    private TaggedView visible(RowSet<Row> found, Caller.Person person) {
        var rows = found.iterator();
        if (!rows.hasNext()) throw new SecretFailure.NotFound();
        var row = rows.next();
        SecretView view = ViewRow.read(row, clock.instant());
        if (!Access.maySee(person, view.owner())) throw new SecretFailure.NotFound();
        return new TaggedView(view, IfMatch.tag(ViewRow.sequence(row)));
    }

    Uni<List<SecretView>> matching(SecretQuery query, Instant now) {
        return statements.execute(query.sql(ViewRow.COLUMNS), query.parameters()).map(found -> views(found, now));
    }

    private static List<SecretView> views(RowSet<Row> found, Instant now) {
        List<SecretView> views = new ArrayList<>(found.size());
        found.forEach(row -> views.add(ViewRow.read(row, now)));
        return views;
    }
}
