package ai.igent.maestro.vault.secret;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.vertx.mutiny.sqlclient.Tuple;

import ai.igent.maestro.database.Conditions;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretId;

/**
 * A page of the secrets of some owners, newest first. Each owner is looked at by itself and for no more than a page, and as a range in the order of
 * owners and ids: asked for several owners at once, or for what equals one, the database may prefer to walk over everybody's secrets in the order of
 * their ids.
 */
final class SecretQuery {
    private static final String PAGE = """
            select %1$s from unnest($1::text[]) as o (owner)
            cross join lateral (select * from secret s where s.owner >= o.owner and %2$s order by s.owner desc, s.id desc limit $2) s
            order by s.id desc limit $2""";

    /** What has a text in it is looked up among one owner's by their index, all of it, and put in order then: no other order may tempt the planner. */
    private static final String SEARCH = """
            select %1$s from unnest($1::text[]) as o (owner)
            cross join lateral (select * from secret s where s.owner = o.owner and %2$s offset 0) s
            order by s.id desc limit $2""";

    private static final String TEXT = """
            secret_words(name, variable, account, integration, description) like %s""";

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();
    private String shape;

    SecretQuery(List<Owner> owners, SecretFilter filter, SecretId after, int limit, Instant now) {
        parameters.add(owners.stream().map(Owner::text).toArray(String[]::new));
        parameters.add(limit + 1);
        if (filter.query != null && !filter.query.isBlank()) search(filter.query, after);
        else
            page(after);
        if (filter.tag != null) add("%s::varchar = any (tags)", filter.tag);
        if (filter.environment() != null) add("environment = %s", filter.environment().text());
        if (filter.integration != null) add("integration = %s", filter.integration);
        if (filter.account != null) add("account = %s", filter.account);
        if (filter.kind() != null) add("kind = %s", filter.kind().text());
        addStatus(filter.status(), now);
    }

    private void search(String text, SecretId after) {
        shape = SEARCH;
        add(TEXT, Conditions.anywhere(text.strip()));
        if (after != null) add("s.id < %s", after.text());
    }

    private void page(SecretId after) {
        shape = PAGE;
        if (after == null) conditions.add("s.owner <= o.owner");
        else
            add("(s.owner, s.id) < (o.owner, %s)", after.text());
    }

    /** Deleted ones show only when asked for. */
    private void addStatus(Status status, Instant now) {
        switch (status) {
            case null -> conditions.add("deleted_at is null");
            case DELETED -> conditions.add("deleted_at is not null");
            case COMPROMISED -> add("status = %s", status.text());
            case ACTIVE -> {
                add("status = %s", status.text());
                add("(expires_at is null or expires_at > %s)", now.atOffset(ZoneOffset.UTC));
            }
            case EXPIRED -> {
                add("status = %s", Status.ACTIVE.text());
                add("expires_at <= %s", now.atOffset(ZoneOffset.UTC));
            }
        }
    }

    /** {@code condition} has a place for the parameter. */
    private void add(String condition, Object parameter) {
        parameters.add(parameter);
        conditions.add(condition.formatted("$" + parameters.size()));
    }

    /** One more than the limit, which tells whether there is a next page. */
    String sql(String columns) {
        return shape.formatted(columns, String.join(" and ", conditions));
    }

    Tuple parameters() {
        return Tuple.from(parameters);
    }
}
