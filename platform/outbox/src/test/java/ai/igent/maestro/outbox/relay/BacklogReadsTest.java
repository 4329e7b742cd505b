package ai.igent.maestro.outbox.relay;

import java.sql.Connection;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import ai.igent.maestro.embedded.PostgresServer;

import static org.assertj.core.api.Assertions.assertThat;

/** What waits is counted every few seconds, beside days of events that were sent. */
class BacklogReadsTest {
    private static final int FEW_PAGES = 50;

    @Test
    void readsNothingOfWhatWasSent() throws Exception {
        try (var server = PostgresServer.temporary(); var session = new OutboxTable(server).open()) {
            run(session,
                    """
                            insert into outbox_message (event_id, topic, key, type, subject, sequence, time, data)
                            select 'evt_' || number, 'topic', 'key', 'type', 'subject', number, now(), '{}' from generate_series(1, 300000) as number""");
            run(session, "update outbox_progress set passed = 299997");
            run(session, "insert into outbox_gap (first, last) values (7, 8)");
            run(session, "analyze outbox_message");

            assertThat(ask(session, new OutboxLog().backlog())).isEqualTo("5");
            assertThat(pages(session, new OutboxLog().backlog())).isPositive().isLessThan(FEW_PAGES);
            assertThat(pages(session, "select * from outbox_message")).as("all of them").isGreaterThan(10 * FEW_PAGES);
        }
    }

    private static void run(Connection session, String statement) throws Exception {
        try (var execution = session.createStatement()) {
            execution.execute(statement);
        }
    }

    private static String ask(Connection session, String query) throws Exception {
        try (var execution = session.createStatement(); var rows = execution.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static int pages(Connection session, String query) throws Exception {
        JsonNode plan = new ObjectMapper().readTree(ask(session, "explain (analyze, buffers, format json) " + query)).at("/0/Plan");
        return plan.get("Shared Hit Blocks").asInt() + plan.get("Shared Read Blocks").asInt();
    }
}
