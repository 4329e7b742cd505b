package ai.igent.maestro.audit.publication;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

import org.flywaydb.core.Flyway;

import ai.igent.maestro.audit.Records;
import ai.igent.maestro.audit.chain.ChainHash;
import ai.igent.maestro.embedded.PostgresServer;
import ai.igent.maestro.outbox.EventJson;

/** A fresh database of the service, written and read the way another program would. */
final class ChainDatabase {
    private final String url;

    private ChainDatabase(PostgresServer server, String version) {
        String name = "chain_" + UUID.randomUUID().toString().substring(0, 8);
        server.createDatabase(name);
        url = "jdbc:postgresql://" + server.address(name);
        migrate(version);
    }

    static ChainDatabase of(PostgresServer server) {
        return new ChainDatabase(server, "latest");
    }

    static ChainDatabase from(PostgresServer server, String version) {
        return new ChainDatabase(server, version);
    }

    void migrate(String version) {
        Flyway.configure().dataSource(url, PostgresServer.USER, PostgresServer.PASSWORD)
                .locations("classpath:db/migration", "classpath:db/outbox").target(version).load().migrate();
    }

    Connection open() throws SQLException {
        return DriverManager.getConnection(url, PostgresServer.USER, PostgresServer.PASSWORD);
    }

    void append(int partition, int number) throws SQLException {
        try (var connection = open()) {
            for (int each = 0; each < number; each++)
                append(connection, partition, EventJson.write(Records.release("alice").made()));
        }
    }

    void append(int partition, String content) throws SQLException {
        try (var connection = open()) {
            append(connection, partition, content);
        }
    }

    /** As the service did before there was anything to publish from, and still does. */
    void append(Connection connection, int partition, String content) throws SQLException {
        update(connection, "insert into chain_head (partition, sequence, hash) values (?, 0, ?) on conflict do nothing", partition,
                ChainHash.genesis());
        long sequence;
        byte[] previous;
        try (var query = connection
                .prepareStatement("select sequence, hash from chain_head where partition = " + partition + " for update");
                var head = query.executeQuery()) {
            head.next();
            sequence = head.getLong(1) + 1;
            previous = head.getBytes(2);
        }
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        byte[] hash = ChainHash.of(previous, partition, sequence, bytes);
        update(connection,
                """
                        insert into audit_event (id, partition, sequence, time, type, actor_kind, actor_id, subject_kind, subject_id, outcome, content,
                            previous_hash, hash)
                        values (?, ?, ?, now() - interval '1 hour', 'type', 'kind', 'id', 'kind', 'id', 'success', ?, ?, ?)""",
                UUID.randomUUID().toString(), partition, sequence, bytes, previous, hash);
        update(connection, "update chain_head set sequence = ?, hash = ? where partition = ?", sequence, hash, partition);
    }

    /** Runs statements with the guards of the table off. */
    void tamper(String... statements) throws SQLException {
        try (var connection = open()) {
            update(connection, "set session_replication_role = replica");
            for (String statement : statements)
                update(connection, statement);
        }
    }

    long published(int partition) throws SQLException {
        return number("select published from chain_head where partition = " + partition);
    }

    long number(String query) throws SQLException {
        try (var connection = open(); var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++)
                statement.setObject(i + 1, parameters[i]);
            statement.executeUpdate();
        }
    }
}
