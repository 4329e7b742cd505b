package ai.igent.maestro.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import ai.igent.maestro.embedded.PostgresServer;
import ai.igent.maestro.test.RealServers;

/** The usual servers, but a PostgreSQL for this test alone, which can be stopped and started. */
public class PostgresThatGoesAway extends RealServers {
    private Path folder;
    private PostgresServer server;

    @Override
    public Map<String, String> start() {
        folder = temporaryFolder();
        server = PostgresServer.durable(folder, 0);
        server.createDatabase("audit");
        var config = new HashMap<>(super.start());
        config.put("MAESTRO_DATABASE", server.address("audit"));
        return config;
    }

    @Override
    public void inject(Object test) {
        if (test instanceof DatabaseAwayTest it) it.postgres = this;
    }

    void goAway() {
        server.close();
    }

    void comeBack() {
        server = PostgresServer.durable(folder, server.port());
    }

    @Override
    public void stop() {
        server.close();
        super.stop();
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("maestro-audit-postgres");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
