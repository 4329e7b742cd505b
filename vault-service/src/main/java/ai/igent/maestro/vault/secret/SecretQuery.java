package ai.igent.maestro.vault.secret;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretId;

/**
 * A page of the secrets of some owners, newest first. Each owner is looked at by itself and for no more than a page: asked for several owners at once,
 * the database may prefer to walk over everybody's secrets in the order of their ids.
 */
final class SecretQuery {
    private static final String PAGE = """
            select s.* from unnest(string_to_array(cast(:owners as text), chr(10))) as o (owner)
            cross join lateral (select * from secret where secret.owner = o.owner and %s order by id desc limit :count) s
            order by s.id desc limit :count""";

    private static final String TEXT = """
            secret_words(name, variable, account, integration, description) like :text""";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    SecretQuery(List<Owner> owners, SecretFilter filter, SecretId after, int limit, Instant now) {
        parameters.put("owners", owners.stream().map(Owner::text).collect(Collectors.joining("\n")));
        parameters.put("count", limit + 1);
        if (after != null) add("id < :after", "after", after.text());
        if (filter.query != null && !filter.query.isBlank()) add(TEXT, "text", anywhere(filter.query));
        if (filter.tag != null) add("cast(:tag as varchar) = any (tags)", "tag", filter.tag);
        if (filter.environment() != null) add("environment = :environment", "environment", filter.environment().text());
        if (filter.integration != null) add("integration = :integration", "integration", filter.integration);
        if (filter.account != null) add("account = :account", "account", filter.account);
        if (filter.kind() != null) add("kind = :kind", "kind", filter.kind().text());
        addStatus(filter.status(), now);
    }

    /** Deleted ones show only when asked for. */
    private void addStatus(Status status, Instant now) {
        switch (status) {
            case null -> conditions.add("deleted_at is null");
            case DELETED -> conditions.add("deleted_at is not null");
            case COMPROMISED -> add("status = :status", "status", status.text());
            case ACTIVE -> {
                add("status = :status", "status", status.text());
                add("(expires_at is null or expires_at > :now)", "now", now);
            }
            case EXPIRED -> {
                add("status = :status", "status", Status.ACTIVE.text());
                add("expires_at <= :now", "now", now);
            }
        }
    }

    private void add(String condition, String parameter, Object value) {
        conditions.add(condition);
        parameters.put(parameter, value);
    }

    private static String anywhere(String text) {
        return "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1") + "%";
    }

    /** One more than the limit, which tells whether there is a next page. */
    String sql() {
        return PAGE.formatted(String.join(" and ", conditions));
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
