package ai.igent.maestro.session;

import java.util.List;
import java.util.stream.LongStream;

import ai.igent.maestro.test.Database;

import static org.assertj.core.api.Assertions.assertThat;

/** What is stored and on record about one session has to agree with itself: nothing lost, nothing twice. */
record Ledger(Database database, String session) {
    private static final String RECORDS = """
            select count(*) from outbox_message where topic = 'audit-records.v1' and data::json ->> 'session' = ?
            and data::json -> 'subject' ->> 'kind' in ('secret', 'connection') and data::json ->> 'type' in (""";

    void check() {
        List<String> sequences = database.column(
                "select sequence from outbox_message where topic = 'sessions.v1' and subject = ? order by position",
                session);
        assertThat(sequences).as("the session's events")
                .isEqualTo(LongStream.rangeClosed(1, sequences.size()).mapToObj(Long::toString).toList());
        long revision = database.count("select revision from session where id = ?", session);
        assertThat(database.column(
                """
                        select data::json ->> 'revision' from outbox_message where type = 'session.activations-changed' and subject = ? order by position""",
                session)).as("an event for each revision").isEqualTo(LongStream.rangeClosed(1, revision).mapToObj(Long::toString).toList());
        assertThat(records("'activation.confirmed'")).as("each activation once on record").isEqualTo(rows("true"));
        assertThat(records("'activation.deactivated', 'activation.expired'")).as("each end once on record")
                .isEqualTo(rows("ended_at is not null"));
        assertThat(database.count("select count(*) from outbox_message where type = 'session.ended' and subject = ?", session))
                .as("its end once")
                .isEqualTo(database.count("select count(*) from session where id = ? and ended_at is not null", session));
    }

    private long records(String types) {
        return database.count(RECORDS + types + ")", session);
    }

    private long rows(String which) {
        return database.count("select count(*) from activation where session_id = ? and " + which, session);
    }
}
