package ai.igent.maestro.vault.describe;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import ai.igent.maestro.contracts.internal.DescribePageRequest;
import ai.igent.maestro.database.Conditions;
import ai.igent.maestro.vault.secret.Status;
import ai.igent.maestro.vocabulary.Owner;

/**
 * A page in the order of names and ids, as bytes. Each owner is looked at by itself, so that the index secret_owner_name gives its rows in that order
 * and no more of them are read than the page needs.
 */
final class PageQuery {
    private static final String PAGE = """
            select s.* from unnest(string_to_array(cast(:owners as text), chr(10))) as o (owner)
            cross join lateral (select * from secret where secret.owner = o.owner and deleted_at is null%s
                order by name collate "C", id collate "C" limit :count) s
            order by s.name collate "C", s.id collate "C" limit :count""";
    private static final String TEXT = """
            (lower(name) like :text escape '\\' or lower(variable) like :text escape '\\' or lower(account) like :text escape '\\')""";

    private final Conditions conditions = new Conditions();

    PageQuery(DescribePageRequest request, Instant now) {
        var filter = request.filter();
        conditions.set("owners", request.owners().stream().map(Owner::text).collect(Collectors.joining("\n")));
        conditions.set("count", request.limit());
        if (request.after() != null) {
            conditions.add("(name collate \"C\", id collate \"C\") > (:afterName, :afterId)", "afterName", request.after().name());
            conditions.set("afterId", request.after().id());
        }
        if (!request.except().isEmpty())
            conditions.add("id <> all (string_to_array(cast(:except as text), ','))", "except", String.join(",", request.except()));
        if (filter.query() != null) conditions.add(TEXT, "text", Conditions.anywhere(filter.query()));
        if (filter.integration() != null) conditions.add("integration = :integration", "integration", filter.integration());
        if (filter.environment() != null) conditions.add("environment = :environment", "environment", filter.environment().text());
        if (filter.status() != null) addStatus(filter.status(), now);
    }

    private void addStatus(String asked, Instant now) {
        Status status = Arrays.stream(Status.values()).filter(known -> known.text().equals(asked)).findFirst().orElse(Status.DELETED);
        switch (status) {
            case DELETED -> conditions.add("false");
            case COMPROMISED -> conditions.add("status = :status", "status", status.text());
            case ACTIVE -> {
                conditions.add("status = :status", "status", status.text());
                conditions.add("(expires_at is null or expires_at > :now)", "now", now);
            }
            case EXPIRED -> {
                conditions.add("status = :status", "status", Status.ACTIVE.text());
                conditions.add("expires_at <= :now", "now", now);
            }
        }
    }

    String sql() {
        return PAGE.formatted(conditions.and());
    }

    Map<String, Object> parameters() {
        return conditions.parameters();
    }
}
