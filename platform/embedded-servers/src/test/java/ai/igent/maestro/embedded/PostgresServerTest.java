package ai.igent.maestro.embedded;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PostgresServerTest {
    @Test
    void keepsItsDataAndWritesItToDisk(@TempDir Path folder) throws SQLException {
        try (var server = PostgresServer.durable(folder, 0)) {
            server.createDatabase("vault");
            assertThat(ask(server, "vault", "show fsync")).isEqualTo("on");
            assertThat(ask(server, "vault", "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(server, "vault", "create table kept as select 'still here' as word; select word from kept"))
                    .isEqualTo("still here");
        }
        try (var server = PostgresServer.durable(folder, 0)) {
            server.createDatabase("vault");
            assertThat(ask(server, "vault", "select word from kept")).isEqualTo("still here");
        }
    }

    @Test
    void aServerLeftBehindIsFoundAndStoppedAndItsDataIsTakenOver(@TempDir Path folder) throws SQLException {
        var left = PostgresServer.durable(folder, 0);
        left.createDatabase("audit");

        PostgresOrphan.of(folder).orElseThrow().stop(Duration.ofSeconds(20));

        assertThat(PostgresOrphan.of(folder)).isEmpty();
        left.close();
        try (var server = PostgresServer.durable(folder, 0)) {
            assertThat(ask(server, "audit", "select current_database()")).isEqualTo("audit");
        }
    }

    @Test
    void refusesADatabaseNameThatIsNotOne() {
        try (var server = PostgresServer.temporary()) {
            assertThatThrownBy(() -> server.createDatabase("x; drop database postgres")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static String ask(PostgresServer server, String database, String sql) throws SQLException {
        String url = "jdbc:postgresql://" + server.address(database);
        try (var connection = DriverManager.getConnection(url, PostgresServer.USER, PostgresServer.PASSWORD);
                var statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows)
                rows = statement.getMoreResults();
            try (var result = statement.getResultSet()) {
                result.next();
                return result.getString(1);
            }
        }
    }
}
