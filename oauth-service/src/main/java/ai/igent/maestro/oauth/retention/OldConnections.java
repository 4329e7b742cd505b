package ai.igent.maestro.oauth.retention;

/**
 * What goes, with one statement for each: it deletes some of the oldest that did not change since {@code $1}. It passes over what somebody else
 * holds, another replica or a request, and what still has tokens or somebody on the way to the provider.
 */
enum OldConnections {
    /** One that the provider did not confirm stays, with its tokens: it is tried again. */
    REVOKED("revocation in ('done', 'unsupported')"),

    PENDING("status = 'pending'");

    /** How many one statement deletes. */
    static final int MOST = 100;

    private static final String DELETE = """
            with over as (
                select id from connection where %s and updated_at < $1
                and not exists (select from token_set where connection_id = connection.id)
                and not exists (select from authorization_attempt where connection_id = connection.id)
                order by updated_at limit %d for update skip locked),
            intents as (delete from refresh_intent where connection_id in (select id from over))
            delete from connection where id in (select id from over)""";

    private final String sql;

    OldConnections(String which) {
        this.sql = DELETE.formatted(which, MOST);
    }

    String sql() {
        return sql;
    }
}
