package ai.igent.maestro.session.table;

import java.util.List;
import java.util.stream.Stream;

import ai.igent.maestro.contracts.internal.DescribePageRequest;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.vocabulary.InvalidWord;
import ai.igent.maestro.web.paging.Cursor;
import ai.igent.maestro.web.paging.InvalidPage;
import ai.igent.maestro.web.paging.Page;

/**
 * Which part of the table is shown.
 *
 * @param after the last row of the page before, null for the first page
 */
record TablePage(DescribePageRequest.Place after, int limit) {
    /** @throws InvalidPage when {@code from} is no cursor of this list */
    static TablePage of(Cursor from, int limit) {
        return new TablePage(from == null ? null : place(from.position()), limit);
    }

    private static DescribePageRequest.Place place(String position) {
        int end = position.lastIndexOf('\n');
        try {
            return new DescribePageRequest.Place(position.substring(0, Math.max(end, 0)),
                    new CandidateId(position.substring(end + 1)).text());
        } catch (InvalidWord notOurs) {
            throw InvalidPage.cursor();
        }
    }

    /** One more than is shown tells whether there is a next page. */
    int count() {
        return limit + 1;
    }

    /** @param rows all that this page may begin with, in any order */
    TableView of(long revision, Stream<TableRow> rows) {
        List<TableRow> rest = rows.filter(this::isBehind).sorted(TableRow.ORDER).limit(count()).toList();
        var page = Page.of(rest, limit, TableRow::position);
        return new TableView(revision, page.items(), page.next());
    }

    private boolean isBehind(TableRow row) {
        if (after == null) return true;
        int names = row.name().compareTo(after.name());
        return names > 0 || names == 0 && row.id().text().compareTo(after.id()) > 0;
    }
}
