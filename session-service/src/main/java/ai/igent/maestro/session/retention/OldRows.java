package ai.igent.maestro.session.retention;

/**
 * What goes, with one statement for each: it deletes some of the oldest that were over before {@code $1}, and passes over those that somebody else
 * holds, another replica or a request.
 */
enum OldRows {
    /** In one that has ended nothing is active, and nothing begins. Should something new refer to it all the same, the foreign keys refuse. */
    SESSIONS(100, """
            with over as (
                select id from session where ended_at < $1 order by ended_at limit %d for update skip locked),
            codes as (delete from enrolment_code where session_id in (select id from over)),
            requests as (delete from activation_request where session_id in (select id from over)),
            activations as (delete from activation where session_id in (select id from over)),
            failures as (delete from bundle_failure where session_id in (select id from over)),
            uses as (delete from standing_consent_use where session_id in (select id from over))
            delete from session where id in (select id from over)"""),

    /** Not before the sessions in which they were used: those say by which consent something was active. */
    CONSENTS(100, """
            with over as (
                select id from standing_consent consent where least(revoked_at, active_until) < $1
                and not exists (select from standing_consent_use where consent_id = consent.id)
                and not exists (select from activation where standing_consent_id = consent.id)
                order by least(revoked_at, active_until) limit %d for update skip locked)
            delete from standing_consent where id in (select id from over)"""),

    /** Those that nobody decided, and nobody can any more. What was decided stays as long as its session: denials make an agent wait. */
    REQUESTS(500, """
            with over as (
                select id from activation_request where status in ('superseded', 'no-match') and created_at < $1
                order by created_at limit %d for update skip locked)
            delete from activation_request where id in (select id from over)"""),

    CODES(500, """
            with over as (
                select code_hash from enrolment_code where expires_at < $1 order by expires_at limit %d for update skip locked)
            delete from enrolment_code where code_hash in (select code_hash from over)""");

    private final int most;
    private final String sql;

    OldRows(int most, String sql) {
        this.most = most;
        this.sql = sql.formatted(most);
    }

    /** How many the statement deletes at once, not counting what belongs to them. */
    int most() {
        return most;
    }

    String sql() {
        return sql;
    }
}
