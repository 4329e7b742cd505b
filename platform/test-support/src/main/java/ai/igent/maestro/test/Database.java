package ai.igent.maestro.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The database of the service under test, as somebody with its password sees it. */
@ApplicationScoped
public class Database {
    /** To select from: the audit records in the outbox, one by one, also where one message holds several. */
    public static final String RECORDS = """
            (select outbox_message.*, record, place from outbox_message cross join lateral jsonb_array_elements(
                case type when 'audit.recorded-together' then data::jsonb -> 'records' else jsonb_build_array(data::jsonb) end)
                with ordinality as held (record, place) where topic = 'audit-records.v1') as recorded
            """;

    /** Runs one statement by hand; gives how many rows it changed. */
    public int execute(String sql, Object... parameters) {
        try (Connection connection = connect(); PreparedStatement statement = prepared(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does something while another transaction holds the locks that a statement took. */
    public void whileLocking(String sql, Work work) throws Throwable {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.execute();
                work.run();
            } finally {
                connection.rollback();
            }
        }
    }

    /** Something that may fail. */
    public interface Work {
        void run() throws Throwable;
    }

    public long count(String sql, Object... parameters) {
        return Long.parseLong(column(sql, parameters).getFirst());
    }

    /** The first column of the answer, as text. */
    public List<String> column(String sql, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            var column = new ArrayList<String>();
            while (rows.next())
                column.add(rows.getString(1));
            return column;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything in every table, bytes in hexadecimal. */
    public String dump() {
        var dump = new StringBuilder();
        for (String table : column("select table_name from information_schema.tables where table_schema = 'public'"))
            column("select row_to_json(t)::text from \"" + table + "\" t").forEach(row -> dump.append(row).append('\n'));
        return dump.toString();
    }

    /** The audit records about a session, as {@code type outcome reason}, in their order. */
    public List<String> records(String session) {
        return column("""
                select concat_ws(' ', record ->> 'type', record ->> 'outcome', record ->> 'reason') from\s""" + RECORDS + """
                where record ->> 'session' = ? order by position, place""", session);
    }

    /** The types of an entity's events on a topic, in their order. */
    public List<String> events(String topic, String subject) {
        return column("select type from outbox_message where topic = ? and subject = ? order by position", topic, subject);
    }

    private Connection connect() throws SQLException {
        Config config = ConfigProvider.getConfig();
        return DriverManager.getConnection(config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class), config.getValue("quarkus.datasource.password", String.class));
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++)
            statement.setObject(i + 1, parameters[i]);
        return statement;
    }
}
