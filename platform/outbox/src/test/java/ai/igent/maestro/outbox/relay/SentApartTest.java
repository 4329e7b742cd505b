package ai.igent.maestro.outbox.relay;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import ai.igent.maestro.embedded.PostgresServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The way of a database from before what was sent had a table of its own. */
class SentApartTest {
    @Test
    void keepsWhatWasSentAndWhatWasNotEachInItsPlace() throws Exception {
        try (var server = PostgresServer.temporary()) {
            server.createDatabase("before");
            migrate(server, "0.1");
            try (var connection = open(server)) {
                connection.createStatement().execute("""
                        insert into outbox_message (event_id, topic, key, type, subject, sequence, time, data, sent_at) values
                        ('first', 'topic', 'key', 'type', 'subject', 1, now(), '{}', now() - interval '1 hour'),
                        ('second', 'topic', 'key', 'type', 'subject', 2, now(), '{}', null)""");
            }

            migrate(server, "0.5");

            try (var connection = open(server)) {
                assertThat(events(connection, "outbox_sent where sent_at < now() - interval '59 minutes'")).containsExactly("first");
                assertThat(events(connection, "outbox_message")).containsExactly("second");
                assertThat(events(connection, "outbox_event order by id")).containsExactly("first", "second");
            }
        }
    }

    private static void migrate(PostgresServer server, String target) {
        Flyway.configure().dataSource(url(server), PostgresServer.USER, PostgresServer.PASSWORD).locations("classpath:db/outbox")
                .target(target).load().migrate();
    }

    private static Connection open(PostgresServer server) throws Exception {
        return DriverManager.getConnection(url(server), PostgresServer.USER, PostgresServer.PASSWORD);
    }

    private static String url(PostgresServer server) {
        return "jdbc:postgresql://" + server.address("before");
    }

    private static List<String> events(Connection connection, String where) throws Exception {
        List<String> ids = new ArrayList<>();
        try (var rows = connection.createStatement().executeQuery("select event_id from " + where)) {
            while (rows.next())
                ids.add(rows.getString(1));
        }
        return ids;
    }
}
