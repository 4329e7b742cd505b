package ai.igent.maestro.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import ai.igent.maestro.test.Database;

import static org.assertj.core.api.Assertions.assertThat;

/** A thousand sessions whose time is up in the same second. */
@SessionTest
class ManyEndsTest {
    private static final int SESSIONS = 1000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String user = SessionApi.newUser();

    @Inject
    Database database;

    @Test
    void eachEndsOnceOnRecordOnceWhileGrantsAreAnswered() {
        String other = SessionApi.session(user);
        var key = Thing.secret(user, "KEY").known();
        SessionApi.user(user).activate(other, key.id());
        String crowd = SessionApi.newUser();
        begin(crowd);

        long answered = 0;
        for (Instant end = Instant.now().plus(PATIENCE); open(crowd) > 0; answered++) {
            assertThat(Instant.now()).as("in time").isBefore(end);
            assertThat(SessionApi.activeIds(other)).containsExactly(key.id());
        }

        assertThat(answered).as("grants while they ended").isPositive();
        for (String type : List.of("session.ended", "session.activations-changed"))
            assertThat(count(crowd, "type = '" + type + "'")).as(type).isEqualTo(SESSIONS);
        for (String type : List.of("session.ended", "activation.expired"))
            assertThat(database.count(
                    """
                            select count(distinct data::json ->> 'session') from outbox_message join session on session.id = data::json ->> 'session'
                            where topic = 'audit-records.v1' and user_id = ? and data::json ->> 'type' = ?""",
                    crowd, type)).as(type)
                    .isEqualTo(SESSIONS);
        assertThat(database.count("""
                select count(*) from outbox_message join session on session.id = data::json ->> 'session'
                where topic = 'audit-records.v1' and user_id = ? and data::json ->> 'type' in ('session.ended', 'activation.expired')""",
                crowd))
                .isEqualTo(2L * SESSIONS);
        assertThat(database.count(
                """
                        select count(*) from activation join session on session.id = session_id where user_id = ? and activation.ended_at is null""",
                crowd)).isZero();
    }

    /** Each with one thing active, all of them until this second. */
    private void begin(String crowd) {
        String end = Instant.now().plusSeconds(2).toString();
        database.execute(
                """
                        insert into session (id, user_id, status, revision, applied_revision, failed_revision, sequence, token_generation, created_at, expires_at)
                        select 'ses_' || md5(? || n), ?, 'active', 1, 0, 0, 2, 1, now(), cast(? as timestamptz) from generate_series(1, ?) n""",
                crowd,
                crowd, end, SESSIONS);
        database.execute(
                """
                        insert into activation (id, session_id, candidate_id, owner, name, variable, kind, mode, epoch, confirmed_by, activated_at, active_until)
                        select gen_random_uuid(), id, 'sec_' || md5(id), 'user:' || user_id, 'KEY', 'KEY', 'env', 'value', 1, user_id, now(), expires_at
                        from session where user_id = ?""",
                crowd);
    }

    private long open(String crowd) {
        return database.count("select count(*) from session where user_id = ? and ended_at is null", crowd);
    }

    private long count(String crowd, String which) {
        return database.count("select count(*) from outbox_message join session on session.id = subject where user_id = ? and " + which,
                crowd);
    }
}
