package ai.igent.maestro.outbox.relay;

import java.sql.Connection;
import java.util.List;
import java.util.Set;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
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
    CloseGaps gaps;

    @Inject
    Backlog backlog;

    @Test
    void deletesWhatWasSentLongAgoAndCountsWhatWasNotSent() throws Throwable {
        run("""
                insert into outbox_message (event_id, topic, key, type, subject, sequence, time, data, created_at) values
                ('old-sent', 'no such topic', 'key', 'type', 'cleaning', 1, now(), '{}', now() - interval '8 days'),
                ('unsent', 'no such topic', 'key', 'type', 'cleaning', 1, now(), '{}', now() - interval '30 days'),
                ('late-sent', 'no such topic', 'key', 'type', 'cleaning', 1, now(), '{}', now() - interval '6 days')""");
        run("update outbox_progress set passed = (select max(position) from outbox_message)");
        run("insert into outbox_gap (first, last) select position, position from outbox_message where event_id = 'unsent'");
        run("insert into processed_event values ('old', now() - interval '15 days'), ('recent', now() - interval '13 days')");

        VertxContextSupport.subscribeAndAwait(cleaning::clean);

        assertThat(run("select event_id from outbox_message where subject = 'cleaning'")).containsExactly("unsent", "late-sent");
        assertThat(run("select event_id from processed_event where event_id in ('old', 'recent')")).containsExactly("recent");

        VertxContextSupport.subscribeAndAwait(backlog::measure);
        get("/q/metrics").then().body(matchesPattern("(?s).*maestro_outbox_unsent(\\{[^}]*})? 1\\.0.*"));
        run("delete from outbox_message where subject = 'cleaning'");
    }

    @Test
    void closesTheGapsThatNothingFillsAndNoOther() throws Throwable {
        run("""
                insert into outbox_message (event_id, topic, key, type, subject, sequence, time, data)
                values ('in-a-gap', 'no such topic', 'key', 'type', 'closing', 1, now(), '{}')""");
        run("insert into outbox_gap (first, last) select position, position from outbox_message where subject = 'closing'");
        run("insert into outbox_gap (first, last) values (-2, -1)");

        VertxContextSupport.subscribeAndAwait(gaps::close);

        assertThat(run("select event_id from outbox_gap join outbox_message on position between first and last where ended"))
                .containsExactly("in-a-gap");
        assertThat(run("select first::text from outbox_gap where first < 0")).isEmpty();
        run("delete from outbox_gap");
        run("delete from outbox_message where subject = 'closing'");
    }

    @Test
    void theBacklogIsThatOfAllPlacesAndAsOldAsItsOldest() throws Throwable {
        var metrics = new SimpleMeterRegistry();
        var both = new Backlog(database, List.of(new Place("select 5::bigint as unsent, 70::float8 as seconds"),
                new Place("select 2::bigint as unsent, 30::float8 as seconds")), metrics);

        VertxContextSupport.subscribeAndAwait(both::measure);

        assertThat(metrics.get("maestro.outbox.unsent").gauge().value()).isEqualTo(7);
        assertThat(metrics.get("maestro.outbox.oldest.unsent").gauge().value()).isEqualTo(70);
    }

    private record Place(String backlog) implements UnsentEvents {
        @Override
        public UnsentBatch next(Connection session, int limit, Set<String> exceptTopics) {
            throw new UnsupportedOperationException();
        }
    }

    private List<String> run(String statement) throws Throwable {
        var rows = VertxContextSupport.subscribeAndAwait(() -> database.query(statement).execute());
        return rows.stream().map(row -> row.getString(0)).toList();
    }
}
