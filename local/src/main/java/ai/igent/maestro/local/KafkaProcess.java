package ai.igent.maestro.local;

import java.nio.file.Path;

import ai.igent.maestro.embedded.KafkaServer;

/** Kafka as a program of its own, so that it can be stopped, or fail, without the launcher. */
final class KafkaProcess {
    private KafkaProcess() {}

    static void main() {
        QuietLogging.set();
        var server = KafkaServer.keptIn(Path.of(System.getenv("MAESTRO_KAFKA_FOLDER")),
                Integer.parseInt(System.getenv("MAESTRO_KAFKA_PORT")));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    }
}
