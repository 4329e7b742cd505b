package ai.igent.maestro.audit.publication;

import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import ai.igent.maestro.audit.Records;
import ai.igent.maestro.embedded.PostgresServer;
import ai.igent.maestro.outbox.EventJson;
import ai.igent.maestro.outbox.relay.OutboxMessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The way of a database from before the chains were their own outbox, with a replica of before that still appends. */
class UpgradeTest {
    private final UnpublishedEntries entries = new UnpublishedEntries(new PassedOver(new SimpleMeterRegistry()));

    @Test
    void everyAppendIsEitherBeforeOrAfter() throws Exception {
        try (var server = PostgresServer.temporary()) {
            var chains = ChainDatabase.from(server, "2");
            chains.append(1, 5);
            CompletableFuture<Void> upgrade;
            try (var older = chains.open()) {
                older.setAutoCommit(false);
                chains.append(older, 1, EventJson.write(Records.release("alice").made()));
                upgrade = CompletableFuture.runAsync(() -> chains.migrate("3"));
                await("that the upgrade waits").until(() -> chains.number("select count(*) from pg_locks where not granted") > 0);
                older.commit();
            }
            upgrade.join();
            assertThat(chains.published(1)).as("those before are in outbox_message").isEqualTo(6);

            chains.append(1, 1);
            chains.append(2, 2);

            try (var session = chains.open()) {
                assertThat(entries.next(session, 100, Set.of()).messages()).extracting(OutboxMessage::key, OutboxMessage::sequence)
                        .map(Object::toString).containsExactly("(\"1\", 7L)", "(\"2\", 1L)", "(\"2\", 2L)");
            }
        }
    }
}
