package ai.igent.maestro.session.table;

import java.util.List;

import ai.igent.maestro.web.paging.Cursor;
import ai.igent.maestro.web.paging.Page;

/** A page with the revision that its activity belongs to. */
record TableView(long revision, List<TableRow> items, String next) {
    /** @param from where the page begins, null for the first */
    static TableView of(ShowSecrets.Table table, Cursor from, int limit) {
        List<TableRow> rest = table.rows().stream().filter(row -> from == null || row.position().compareTo(from.position()) > 0)
                .limit(limit + 1L).toList();
        var page = Page.of(rest, limit, TableRow::position);
        return new TableView(table.revision(), page.items(), page.next());
    }
}
