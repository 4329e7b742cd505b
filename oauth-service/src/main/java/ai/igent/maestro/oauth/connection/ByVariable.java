package ai.igent.maestro.oauth.connection;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

import ai.igent.maestro.contracts.internal.DescribePageRequest;
import ai.igent.maestro.database.Conditions;
import ai.igent.maestro.vocabulary.Owner;

/** A page of connections as another service asks for it: {@link DescribePageRequest} in SQL. A person has few, so they are sorted as they are found. */
final class ByVariable {
    private static final String PAGE = """
            select * from connection where owner = any (string_to_array(cast(:owners as text), chr(10))) and status <> 'revoked'%s
            order by variable collate "C", id collate "C" limit :count""";
    private static final String TEXT = "(lower(variable) like :text escape '\\' or lower(account) like :text escape '\\')";
    /** As {@link Connection#statusAt} sees it: what is over and cannot be refreshed needs its owner. */
    private static final String OVER = "(status = 'connected' and not refreshable and expires_at <= :now)";

    private final Conditions conditions = new Conditions();

    ByVariable(DescribePageRequest request, Instant now) {
        var filter = request.filter();
        conditions.set("owners", request.owners().stream().map(Owner::text).collect(Collectors.joining("\n")));
        conditions.set("count", request.limit());
        if (request.after() != null) {
            conditions.add("(variable collate \"C\", id collate \"C\") > (:afterName, :afterId)", "afterName", request.after().name());
            conditions.set("afterId", request.after().id());
        }
        if (!request.except().isEmpty())
            conditions.add("id <> all (string_to_array(cast(:except as text), ','))", "except", String.join(",", request.except()));
        if (filter.query() != null) conditions.add(TEXT, "text", Conditions.anywhere(filter.query()));
        if (filter.integration() != null) conditions.add("provider = :provider", "provider", filter.integration());
        if (filter.environment() != null) conditions.add("environment = :environment", "environment", filter.environment().text());
        if (filter.status() != null) addStatus(filter.status(), now);
    }

    private void addStatus(String asked, Instant now) {
        switch (asked) {
            case "active" -> conditions.add("status in ('connected', 'refreshing', 'degraded') and " + OVER + " is not true", "now", now);
            case "reauthorization-required" -> conditions.add("(status = 'reauthorization-required' or " + OVER + ")", "now", now);
            case "pending" -> conditions.add("status = 'pending'");
            default -> conditions.add("false");
        }
    }

    String sql() {
        return PAGE.formatted(conditions.and());
    }

    Map<String, Object> parameters() {
        return conditions.parameters();
    }
}
