package ai.igent.maestro.outbox.relay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

import ai.igent.maestro.embedded.PostgresServer;
import ai.igent.maestro.vocabulary.EventId;

import static org.awaitility.Awaitility.await;

/** A fresh database with the outbox's tables, written and read the way another program would. */
final class OutboxTable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String url;

    OutboxTable(PostgresServer server) throws SQLException, IOException {
        String name = "outbox_" + UUID.randomUUID().toString().substring(0, 8);
        server.createDatabase(name);
        url = "jdbc:postgresql://" + server.address(name);
        migrate("V0_1__outbox.sql");
        migrate("V0_5__sent_apart.sql");
        migrate("V0_6__log.sql");
        migrate("V0_7__unsent_by_gap.sql");
        migrate("V0_8__rows_in_one_piece.sql");
    }

    private void migrate(String migration) throws SQLException, IOException {
        try (var script = OutboxTable.class.getResourceAsStream("/db/outbox/" + migration)) {
            run(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    RelayConnections connections() {
        return new RelayConnections(url, PostgresServer.USER, PostgresServer.PASSWORD);
    }

    Connection open() throws SQLException {
        return DriverManager.getConnection(url, PostgresServer.USER, PostgresServer.PASSWORD);
    }

    void append(String topic, String key, long sequence) throws SQLException {
        try (var connection = open()) {
            append(connection, topic, key, sequence);
        }
    }

    void append(Connection transaction, String topic, String key, long sequence) throws SQLException {
        try (var insert = transaction.prepareStatement(
                """
                        insert into outbox_message (event_id, topic, key, type, subject, sequence, time, traceparent, data)
                        values (?, ?, ?, 'secret.deleted', 'subject', ?, now(), '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', '{}')""")) {
            insert.setString(1, EventId.of(UUID.randomUUID()).text());
            insert.setString(2, topic);
            insert.setString(3, key);
            insert.setLong(4, sequence);
            insert.executeUpdate();
        }
    }

    long unsent() throws SQLException {
        return count("outbox_unsent");
    }

    long count(String rows) throws SQLException {
        try (var connection = open(); var counted = connection.createStatement().executeQuery("select count(*) from " + rows)) {
            counted.next();
            return counted.getLong(1);
        }
    }

    void run(String statement) throws SQLException {
        try (var connection = open(); var execution = connection.createStatement()) {
            execution.execute(statement);
        }
    }

    /** What the scheduled job does. */
    void closeGaps() throws SQLException {
        run(CloseGaps.END);
        run(CloseGaps.CLOSE);
    }

    void awaitUnsent(long count) {
        await("that " + count + " are unsent").atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> unsent() == count);
    }

    /** Ends the session of the relay that leads, as an administrator or a failing network would. */
    void cutOffTheLeader() throws SQLException {
        try (var connection = open(); var statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted "
                    + "and database = (select oid from pg_database where datname = current_database())");
        }
    }
}
