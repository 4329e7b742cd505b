package ai.igent.maestro.vault.secret;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretId;

/** A page of the secrets of some owners, newest first, as conditions over their rows. */
final class SecretQuery {
    private static final String TEXT = """
            (lower(labels.description) like :text escape '\\' or lower(cast(labels.name as string)) like :text escape '\\'
            or lower(cast(labels.variable as string)) like :text escape '\\' or lower(cast(labels.account as string)) like :text escape '\\'
            or lower(labels.integration) like :text escape '\\')""";

    private final int limit;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    SecretQuery(List<Owner> owners, SecretFilter filter, SecretId after, int limit, Instant now) {
        this.limit = limit;
        add("owner in :owners", "owners", owners);
        if (after != null) add("id < :after", "after", after.text());
        if (filter.query != null && !filter.query.isBlank()) add(TEXT, "text", anywhere(filter.query));
        if (filter.tag != null) add("array_contains(labels.tags, :tag)", "tag", filter.tag);
        if (filter.environment() != null) add("labels.environment = :environment", "environment", filter.environment());
        if (filter.integration != null) add("labels.integration = :integration", "integration", filter.integration);
        if (filter.account != null) add("cast(labels.account as string) = :account", "account", filter.account);
        if (filter.kind() != null) add("labels.kind = :kind", "kind", filter.kind());
        addStatus(filter.status(), now);
    }

    /** Deleted ones show only when asked for. */
    private void addStatus(Status status, Instant now) {
        switch (status) {
            case null -> conditions.add("deletedAt is null");
            case DELETED -> conditions.add("deletedAt is not null");
            case COMPROMISED -> add("status = :status", "status", status);
            case ACTIVE -> {
                add("status = :status", "status", status);
                add("(labels.expiresAt is null or labels.expiresAt > :now)", "now", now);
            }
            case EXPIRED -> {
                add("status = :status", "status", Status.ACTIVE);
                add("labels.expiresAt <= :now", "now", now);
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

    String where() {
        return String.join(" and ", conditions) + " order by id desc";
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    int limit() {
        return limit;
    }
}
