package ai.igent.maestro.audit.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import ai.igent.maestro.embedded.KafkaServer;
import ai.igent.maestro.test.RealServers;

/** The usual servers, but a Kafka for this test alone, which can be stopped and started. */
public class KafkaThatGoesAway extends RealServers {
    private Path folder;
    private KafkaServer server;

    @Override
    public Map<String, String> start() {
        var config = new HashMap<>(super.start());
        folder = temporaryFolder();
        server = KafkaServer.keptIn(folder, 0);
        config.put("KAFKA_BOOTSTRAP_SERVERS", server.bootstrap());
        config.put("kafka.bootstrap.servers", server.bootstrap());
        config.put("maestro.outbox.send-timeout", "PT2S");
        return config;
    }

    @Override
    public void inject(Object test) {
        if (test instanceof KafkaAwayTest it) it.kafka = this;
    }

    String bootstrap() {
        return server.bootstrap();
    }

    void goAway() {
        server.close();
    }

    void comeBack() {
        server = KafkaServer.keptIn(folder, server.port());
    }

    @Override
    public void stop() {
        server.close();
        super.stop();
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("maestro-audit-kafka");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
