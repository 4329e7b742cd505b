package ai.igent.maestro.outbox.relay;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;

import ai.igent.maestro.test.RealServers;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.matchesPattern;

@QuarkusTest
@WithTestResource(RealServers.class)
class CleaningTest {
    @Inject
    Pool database;

    @Inject
    Cleaning cleaning;

    @Inject
    Backlog backlog;

    @Test
    void deletesWhatWasSentLongAgoAndCountsWhatWasNotSent() throws Throwable {
        run("""
                insert into outbox_sent (id, event_id, topic, key, type, subject, sequence, time, data, created_at, sent_at) values
                (1, 'old-sent', 'no such topic', 'key', 'type', 'cleaning', 1, now(), '{}', now() - interval '30 days', now() - interval '8 days'),
                (2, 'late-sent', 'no such topic', 'key', 'type', 'cleaning', 1, now(), '{}', now() - interval '30 days', now() - interval '6 days')""");
        run("""
                insert into outbox_message (event_id, topic, key, type, subject, sequence, time, data, created_at) values
                ('unsent', 'no such topic', 'key', 'type', 'cleaning', 1, now(), '{}', now() - interval '30 days')""");
        run("insert into processed_event values ('old', now() - interval '15 days'), ('recent', now() - interval '13 days')");

        VertxContextSupport.subscribeAndAwait(cleaning::clean);

        assertThat(run("select event_id from outbox_sent where subject = 'cleaning'")).containsExactly("late-sent");
        assertThat(run("select event_id from outbox_message where subject = 'cleaning'")).containsExactly("unsent");
        assertThat(run("select event_id from processed_event where event_id in ('old', 'recent')")).containsExactly("recent");

        VertxContextSupport.subscribeAndAwait(backlog::measure);
        get("/q/metrics").then().body(matchesPattern("(?s).*maestro_outbox_unsent(\\{[^}]*})? 1\\.0.*"));
        run("delete from outbox_message where subject = 'cleaning'");
        run("delete from outbox_sent where subject = 'cleaning'");
    }

    private List<String> run(String statement) throws Throwable {
        var rows = VertxContextSupport.subscribeAndAwait(() -> database.query(statement).execute());
        return rows.stream().map(row -> row.getString(0)).toList();
    }
}
