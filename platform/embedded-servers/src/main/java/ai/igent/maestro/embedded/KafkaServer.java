package ai.igent.maestro.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;

/** A real Kafka: broker and KRaft controller in this JVM, on the loopback address, topics created on first use. {@link #close()} stops it. */
public final class KafkaServer implements AutoCloseable {
    private static final String CONTROLLER = "CONTROLLER";
    private static final int NODE = 1;
    /** The same for every broker, so that a kept folder is accepted again. */
    private static final String CLUSTER = new Uuid(0x6d61657374726fL, NODE).toString();
    private static final List<String> SINGLE = List.of("offsets.topic.replication.factor", "offsets.topic.num.partitions",
            "transaction.state.log.replication.factor", "transaction.state.log.min.isr", "transaction.state.log.num.partitions",
            "share.coordinator.state.topic.replication.factor", "share.coordinator.state.topic.min.isr",
            "share.coordinator.state.topic.num.partitions",
            "num.partitions");

    private final KafkaRaftServer server;
    private final DataFolder data;
    private final int port;

    private KafkaServer(DataFolder data, int port) {
        this.data = data;
        this.port = port;
        format(data.path());
        server = new KafkaRaftServer(new KafkaConfig(settings(data.path(), port)), Time.SYSTEM);
        server.startup();
    }

    /** A broker for tests: any port, its topics gone when it stops. */
    public static KafkaServer temporary() {
        return new KafkaServer(DataFolder.temporary("maestro-kafka"), FreePort.next());
    }

    /** A broker whose topics stay in {@code folder}. */
    public static KafkaServer keptIn(Path folder, int port) {
        return new KafkaServer(DataFolder.kept(folder), port == 0 ? FreePort.next() : port);
    }

    private static void format(Path folder) {
        var formatter = new Formatter().setClusterId(CLUSTER).setNodeId(NODE).setControllerListenerName(CONTROLLER)
                .setMetadataLogDirectory(folder.toString()).setReleaseVersion(MetadataVersion.latestProduction()).setIgnoreFormatted(true)
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        formatter.addDirectory(folder.toString());
        try {
            formatter.run();
        } catch (Exception e) {
            throw new IllegalStateException("Kafka's folder could not be prepared: " + folder, e);
        }
    }

    private static Properties settings(Path folder, int port) {
        int controllerPort = FreePort.inner();
        var settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", String.valueOf(NODE));
        settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        settings.put("log.dirs", folder.toString());
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("auto.create.topics.enable", "true");
        settings.put("log.cleaner.dedupe.buffer.size", "8388608");
        SINGLE.forEach(setting -> settings.put(setting, "1"));
        return settings;
    }

    public int port() {
        return port;
    }

    /** What clients take as {@code bootstrap.servers}. */
    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        data.release();
    }
}
