package ai.igent.maestro.session.table;

import java.util.Locale;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jboss.resteasy.reactive.RestQuery;

import ai.igent.maestro.contracts.internal.DescribePageRequest;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.Source;

/** {@code ?query=&integration=&environment=&source=&active=&status=}: what is not given selects everything. */
public class TableFilter {
    private static final String STORABLE = "[^\\x00]*";

    @RestQuery
    @Size(max = 200)
    @Pattern(regexp = STORABLE, message = "must not contain NUL")
    String query;
    @RestQuery
    @Size(max = 200)
    @Pattern(regexp = STORABLE, message = "must not contain NUL")
    String integration;
    @RestQuery
    String environment;
    @RestQuery
    String source;
    @RestQuery
    @Pattern(regexp = "true|false", message = "must be true or false")
    String active;
    @RestQuery
    @Size(max = 50)
    @Pattern(regexp = STORABLE, message = "must not contain NUL")
    String status;

    /** Each may be null. */
    static TableFilter of(String query, String integration, String environment, Boolean active) {
        var filter = new TableFilter();
        filter.query = query;
        filter.integration = integration;
        filter.environment = environment;
        filter.active = active == null ? null : active.toString();
        return filter;
    }

    /** What the owner services can tell by themselves. */
    DescribePageRequest.Filter atOwners() {
        return new DescribePageRequest.Filter(query, integration, environment(), status);
    }

    boolean wantsActive() {
        return !"false".equals(active);
    }

    boolean wantsInactive() {
        return !"true".equals(active);
    }

    /** The same of a row that is at hand. */
    boolean admits(TableRow row) {
        return (query == null || contains(row.name()) || contains(row.variable().text()) || contains(row.account()))
                && (integration == null || integration.equals(row.integration()))
                && (environment == null || environment() == row.environment())
                && (source == null || source() == row.source())
                && (status == null || status.equals(row.status()));
    }

    private Environment environment() {
        return environment == null ? null : Environment.parse(environment);
    }

    /** Null for both. */
    Source source() {
        return source == null ? null : Source.parse(source);
    }

    private boolean contains(String text) {
        return text != null && text.toLowerCase(Locale.ROOT).contains(query.toLowerCase(Locale.ROOT));
    }
}
