package ai.igent.maestro.session.table;

import java.util.Locale;

import jakarta.validation.constraints.Size;

import org.jboss.resteasy.reactive.RestQuery;

import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.Source;

/** {@code ?query=&integration=&environment=&source=&active=&status=}: what is not given selects everything. */
public class TableFilter {
    @RestQuery
    @Size(max = 200)
    String query;
    @RestQuery
    @Size(max = 200)
    String integration;
    @RestQuery
    String environment;
    @RestQuery
    String source;
    @RestQuery
    Boolean active;
    @RestQuery
    @Size(max = 50)
    String status;

    /** Each may be null. */
    static TableFilter of(String query, String integration, String environment, Boolean active) {
        var filter = new TableFilter();
        filter.query = query;
        filter.integration = integration;
        filter.environment = environment == null ? null : Environment.parse(environment).text();
        filter.active = active;
        return filter;
    }

    boolean asksForActiveOnly() {
        return Boolean.TRUE.equals(active);
    }

    boolean admits(TableRow row) {
        return (query == null || contains(row.name()) || contains(row.variable().text()) || contains(row.account()))
                && (integration == null || integration.equals(row.integration()))
                && (environment == null || Environment.parse(environment) == row.environment())
                && (source == null || Source.parse(source) == row.source())
                && (active == null || active == row.active())
                && (status == null || status.equals(row.status()));
    }

    private boolean contains(String text) {
        return text != null && text.toLowerCase(Locale.ROOT).contains(query.toLowerCase(Locale.ROOT));
    }
}
