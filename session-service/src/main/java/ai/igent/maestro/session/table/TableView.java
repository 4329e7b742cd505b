package ai.igent.maestro.session.table;

import java.util.List;

/** A page with the revision that its activity belongs to. */
record TableView(long revision, List<TableRow> items, String next) {}
