package ai.igent.maestro.vault;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;

/** The service's database as somebody with its password sees it. */
@ApplicationScoped
public class Database {
    @Inject
    AgroalDataSource source;

    /** Runs one statement by hand; gives how many rows it changed. */
    public int execute(String sql, Object... parameters) {
        try (Connection connection = source.getConnection(); PreparedStatement statement = prepared(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does something while another transaction holds the locks that a statement took. */
    public void whileLocking(String sql, Work work) throws Throwable {
        try (Connection connection = source.getConnection()) {
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
        try (Connection connection = source.getConnection();
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

    /** Everything in every table, bytes in hexadecimal and as the text they would be. */
    public String dump() {
        var dump = new StringBuilder();
        for (String table : column("select table_name from information_schema.tables where table_schema = 'public'")) {
            column("select row_to_json(t)::text from \"" + table + "\" t").forEach(row -> dump.append(row).append('\n'));
        }
        column("select encode(sealed, 'escape') from secret_version where sealed is not null").forEach(dump::append);
        return dump.toString();
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++)
            statement.setObject(i + 1, parameters[i]);
        return statement;
    }
}
