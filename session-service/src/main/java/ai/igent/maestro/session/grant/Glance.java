package ai.igent.maestro.session.grant;

import io.vertx.mutiny.sqlclient.Row;

import ai.igent.maestro.vocabulary.SessionId;

/**
 * Which versions of its rows a session consists of now, without what they say, and whether the clock has ended any of it.
 *
 * <p>PostgreSQL never changes a version of a row: each change, whoever makes it, is another version in another place ({@code ctid}), of another
 * transaction ({@code xmin}). See https://www.postgresql.org/docs/current/ddl-system-columns.html.
 */
record Glance(SessionId session, String versions, boolean due) {
    static final String READ = """
            select s.id, s.xmin::text || s.ctid::text || coalesce(a.versions, ''),
                   s.expires_at <= clock_timestamp() or coalesce(a.due, false)
            from session s left join lateral (
                select string_agg(a.xmin::text || a.ctid::text, '' order by a.variable) as versions, bool_or(a.active_until <= clock_timestamp()) as due
                from activation a where a.session_id = s.id and a.ended_at is null) a on true
            where s.id = any($1)""";

    static Glance of(Row row) {
        return new Glance(new SessionId(row.getString(0)), row.getString(1), row.getBoolean(2));
    }
}
