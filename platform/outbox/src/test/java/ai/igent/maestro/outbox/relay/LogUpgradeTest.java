package ai.igent.maestro.outbox.relay;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ai.igent.maestro.embedded.PostgresServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The way of a database whose sent events stood in the same table, then in one of their own, and now stay where they are. */
class LogUpgradeTest {
    private PostgresServer server;
    private Connection connection;

    @BeforeEach
    void start() throws Exception {
        server = PostgresServer.temporary();
        server.createDatabase("before");
        connection = DriverManager.getConnection(url(), PostgresServer.USER, PostgresServer.PASSWORD);
    }

    @AfterEach
    void stop() throws Exception {
        connection.close();
        server.close();
    }

    @Test
    void keepsWhatWasSentAndWhatWasNotInItsOrder() throws Exception {
        migrate("0.1");
        run("""
                insert into outbox_message (event_id, topic, key, type, subject, sequence, time, data, sent_at) values
                ('first', 'topic', 'key', 'type', 'subject', 1, now(), '{}', now() - interval '1 hour'),
                ('second', 'topic', 'key', 'type', 'subject', 2, now(), '{}', null),
                ('third', 'topic', 'key', 'type', 'subject', 3, now(), '{}', now()),
                ('fourth', 'topic', 'key', 'type', 'subject', 4, now(), '{}', null),
                ('fifth', 'topic', 'key', 'type', 'subject', 5, now(), '{}', null)""");

        migrate("0.7");
        run("""
                insert into outbox_message (event_id, topic, key, type, subject, sequence, time, data)
                values ('sixth', 'topic', 'key', 'type', 'subject', 6, now(), '{}')""");

        assertThat(events("outbox_message")).containsExactly("first", "second", "third", "fourth", "fifth", "sixth");
        assertThat(events("outbox_unsent")).containsExactly("second", "fourth", "fifth", "sixth");
    }

    @Test
    void goesOnWhereAnEmptyOutboxEnded() throws Exception {
        migrate("0.5");
        run("select nextval(pg_get_serial_sequence('outbox_message', 'id'))");

        migrate("0.7");
        run("""
                insert into outbox_message (event_id, topic, key, type, subject, sequence, time, data)
                values ('first', 'topic', 'key', 'type', 'subject', 1, now(), '{}')""");

        assertThat(events("outbox_unsent")).containsExactly("first");
    }

    private void migrate(String target) {
        Flyway.configure().dataSource(url(), PostgresServer.USER, PostgresServer.PASSWORD).locations("classpath:db/outbox")
                .target(target).load().migrate();
    }

    private String url() {
        return "jdbc:postgresql://" + server.address("before");
    }

    private void run(String statement) throws Exception {
        try (var execution = connection.createStatement()) {
            execution.execute(statement);
        }
    }

    private List<String> events(String table) throws Exception {
        List<String> ids = new ArrayList<>();
        try (var rows = connection.createStatement().executeQuery("select event_id from " + table + " order by position")) {
            while (rows.next())
                ids.add(rows.getString(1));
        }
        return ids;
    }
}
