package ai.igent.maestro.outbox.relay;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ai.igent.maestro.embedded.KafkaServer;
import ai.igent.maestro.embedded.PostgresServer;
import ai.igent.maestro.test.SentEvents;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseLossTest {
    @TempDir
    private Path folder;

    @Test
    void theRelayGoesOnWhenItsDatabaseIsBack() throws Exception {
        var postgres = PostgresServer.durable(folder, 0);
        try (var kafka = KafkaServer.temporary()) {
            var table = new OutboxTable(postgres);
            var relay = new RunningRelay(table, kafka.bootstrap(), "/maestro/test");
            table.append("topic", "user:alice", 1);
            table.awaitUnsent(0);

            postgres.close();
            postgres = PostgresServer.durable(folder, postgres.port());
            table.append("topic", "user:alice", 2);

            table.awaitUnsent(0);
            relay.stop();
            assertThat(SentEvents.of(kafka.bootstrap()).all("topic")).hasSize(2);
        } finally {
            postgres.close();
        }
    }
}
