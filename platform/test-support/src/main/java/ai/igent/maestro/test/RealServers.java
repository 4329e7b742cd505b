package ai.igent.maestro.test;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.postgresql.ds.PGSimpleDataSource;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import ai.igent.maestro.embedded.KafkaServer;
import ai.igent.maestro.embedded.PostgresServer;

/**
 * Gives the service under test a real PostgreSQL with a fresh database, a real Kafka and the {@link TestIssuer}, through the configuration it reads in
 * production too. The servers start once per JVM; whoever needs no database does not use it.
 *
 * <p>Use: {@code @WithTestResource(RealServers.class)} on the test class.
 */
public class RealServers implements QuarkusTestResourceLifecycleManager {
    private static final String POSTGRES = "maestro.test.postgres";
    private static final String KAFKA = "maestro.test.kafka";

    /** Held, so that their levels are not forgotten; they speak before Quarkus has read its own logging configuration. */
    private static final List<Logger> CHATTERERS = List.of(Logger.getLogger("kafka"), Logger.getLogger("org.apache.kafka"),
            Logger.getLogger("io.zonky"));

    @Override
    public Map<String, String> start() {
        CHATTERERS.forEach(logger -> logger.setLevel(Level.SEVERE));
        var config = new HashMap<>(TestIssuer.config());
        config.put("MAESTRO_DATABASE", postgres() + "/" + freshDatabase());
        config.put("MAESTRO_DATABASE_USER", PostgresServer.USER);
        config.put("MAESTRO_DATABASE_PASSWORD", PostgresServer.PASSWORD);
        config.put("KAFKA_BOOTSTRAP_SERVERS", kafka());
        config.put("kafka.bootstrap.servers", kafka());
        config.put("maestro.envelope.key-ring.file", "target/test-key-ring");
        return config;
    }

    /** Nothing: the servers serve the next test profile and end with the JVM. */
    @Override
    public void stop() {}

    /** Where the Kafka of this JVM listens. */
    static String kafka() {
        return OncePerJvm.get(KAFKA, () -> {
            var server = KafkaServer.temporary();
            OncePerJvm.closeAtExit(server);
            return server.bootstrap();
        });
    }

    private static String postgres() {
        return OncePerJvm.get(POSTGRES, () -> {
            var server = PostgresServer.temporary();
            OncePerJvm.closeAtExit(server);
            return "127.0.0.1:" + server.port();
        });
    }

    private static String freshDatabase() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        var server = new PGSimpleDataSource();
        server.setUrl("jdbc:postgresql://" + postgres() + "/postgres");
        try (var connection = server.getConnection(PostgresServer.USER, PostgresServer.PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("no fresh database", e);
        }
        return name;
    }
}
