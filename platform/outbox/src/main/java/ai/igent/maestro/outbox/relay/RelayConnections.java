package ai.igent.maestro.outbox.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** Opens sessions outside every pool: one given back to a pool would take the lock with it. */
@Singleton
class RelayConnections {
    private final String url;
    private final String user;
    private final String password;

    RelayConnections(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    RelayConnection open() throws SQLException {
        Connection connection = new Driver().connect(url, properties());
        if (connection == null) throw new SQLException("quarkus.datasource.jdbc.url does not name a PostgreSQL database");
        return new RelayConnection(connection);
    }

    /** Both ends notice within seconds when the other is gone without a word: the server must free the lock, the relay must try again. */
    private Properties properties() {
        var properties = new Properties();
        PGProperty.USER.set(properties, user);
        PGProperty.PASSWORD.set(properties, password);
        PGProperty.APPLICATION_NAME.set(properties, "outbox-relay");
        PGProperty.CONNECT_TIMEOUT.set(properties, "5");
        PGProperty.SOCKET_TIMEOUT.set(properties, "15");
        PGProperty.TCP_KEEP_ALIVE.set(properties, "true");
        PGProperty.OPTIONS.set(properties, "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3");
        return properties;
    }
}
