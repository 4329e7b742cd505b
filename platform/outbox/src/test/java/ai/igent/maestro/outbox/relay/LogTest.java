package ai.igent.maestro.outbox.relay;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ai.igent.maestro.embedded.PostgresServer;

import static org.assertj.core.api.Assertions.assertThat;

/** What the log gives to a relay, and what it remembers of what was sent, on a real PostgreSQL. */
class LogTest {
    private static final String TOPIC = "topic";
    private static final String FAILING = "failing";

    private static PostgresServer postgres;

    private final OutboxLog log = new OutboxLog();
    private OutboxTable table;

    @BeforeAll
    static void start() {
        postgres = PostgresServer.temporary();
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @BeforeEach
    void fresh() throws Exception {
        table = new OutboxTable(postgres);
    }

    @Test
    void anEventIsWrittenOnceAndStaysWhenItIsSent() throws Exception {
        append(TOPIC, 1, 2, 3);

        assertThat(sendAll()).containsExactly(1L, 2L, 3L);

        assertThat(sendAll()).isEmpty();
        assertThat(table.count("outbox_message")).isEqualTo(3);
        assertThat(table.count("outbox_gap")).isZero();
    }

    @Test
    void whatWasNotAcknowledgedComesAgainBeforeWhatFollowed() throws Exception {
        append(TOPIC, 1, 2, 3, 4, 5);

        send(Set.of(), 10, acknowledged -> acknowledged.set(1, 3));
        append(TOPIC, 6);

        assertThat(sendAll()).containsExactly(1L, 4L, 5L, 6L);
        assertThat(table.count("outbox_gap")).isZero();
    }

    @Test
    void aTopicThatWaitsLosesNothingAndItsOrderNeither() throws Exception {
        for (int sequence = 1; sequence <= 9; sequence++)
            append(sequence % 3 == 0 ? TOPIC : FAILING, sequence);

        assertThat(send(Set.of(FAILING), 2, all -> all.set(0, 2))).containsExactly(3L, 6L);
        assertThat(send(Set.of(FAILING), 2, all -> all.set(0, 2))).containsExactly(9L);
        append(FAILING, 10);
        assertThat(send(Set.of(FAILING), 2, all -> {})).isEmpty();

        assertThat(send(Set.of(), 4, all -> all.set(0, 4))).containsExactly(1L, 2L, 4L, 5L);
        assertThat(sendAll()).containsExactly(7L, 8L, 10L);
    }

    @Test
    void whatCommitsLateIsGivenAlsoWhenGapsWereClosedMeanwhile() throws Exception {
        try (var late = table.open()) {
            late.setAutoCommit(false);
            table.append(late, TOPIC, "key", 1);
            append(TOPIC, 2);
            assertThat(sendAll()).containsExactly(2L);

            table.closeGaps();
            table.closeGaps();
            late.commit();
            table.closeGaps();
            table.closeGaps();

            assertThat(sendAll()).containsExactly(1L);
        }
    }

    @Test
    void whatRolledBackIsForgotten() throws Exception {
        try (var failing = table.open()) {
            failing.setAutoCommit(false);
            table.append(failing, TOPIC, "key", 1);
            append(TOPIC, 2);
            sendAll();
            table.closeGaps();
            assertThat(table.count("outbox_gap")).as("while it could still commit").isEqualTo(1);

            failing.rollback();
            table.closeGaps();

            assertThat(table.count("outbox_gap")).isZero();
        }
    }

    @Test
    void countsWhatWaitsBehindAndBeforeWhatWasPassed() throws Exception {
        append(FAILING, 1);
        append(TOPIC, 2);
        send(Set.of(FAILING), 10, all -> all.set(0));
        append(TOPIC, 3);

        assertThat(table.unsent()).isEqualTo(2);
    }

    @Test
    void sendsAgainWhatTheRunbookSays() throws Exception {
        append("audit-records.v1", 1);
        append(TOPIC, 2);
        append("audit-records.v1", 3, 4);
        assertThat(sendAll()).hasSize(4);
        append("audit-records.v1", 5);

        table.run(runbook());
        table.run(runbook());

        assertThat(sendAll()).containsExactly(1L, 3L, 4L, 5L);
        assertThat(sendAll()).isEmpty();
    }

    private static String runbook() throws Exception {
        String text = Files.readString(Path.of("../../docs/runbooks/outbox-grows.md"));
        return text.substring(text.indexOf("insert into outbox_gap"), text.indexOf("```", text.indexOf("insert into outbox_gap")));
    }

    private void append(String topic, long... sequences) throws Exception {
        for (long sequence : sequences)
            table.append(topic, "key", sequence);
    }

    private List<Long> sendAll() throws Exception {
        return send(Set.of(), 100, all -> all.set(0, 100));
    }

    private List<Long> send(Set<String> waiting, int limit, Consumer<BitSet> broker) throws Exception {
        try (Connection session = table.open()) {
            var batch = log.next(session, limit, waiting);
            var acknowledged = new BitSet();
            broker.accept(acknowledged);
            acknowledged.clear(batch.messages().size(), Integer.MAX_VALUE);
            batch.settle(acknowledged);
            return batch.messages().stream().map(OutboxMessage::sequence).toList();
        }
    }
}
