package ai.igent.maestro.outbox.relay;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ai.igent.maestro.embedded.KafkaServer;
import ai.igent.maestro.embedded.PostgresServer;
import ai.igent.maestro.test.SentEvent;
import ai.igent.maestro.test.SentEvents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The relay against a real PostgreSQL and a real Kafka, each of which goes away and comes back. */
class RelayTest {
    private static PostgresServer postgres;

    @TempDir
    private static Path folder;
    private static KafkaServer kafka;

    private final String topic = "topic-" + UUID.randomUUID();
    private final List<RunningRelay> relays = new ArrayList<>();
    private OutboxTable table;

    @BeforeAll
    static void startServers() {
        postgres = PostgresServer.temporary();
        kafka = KafkaServer.keptIn(folder.resolve("kafka"), 0);
    }

    @AfterAll
    static void stopServers() {
        kafka.close();
        postgres.close();
    }

    @BeforeEach
    void freshDatabase() throws Exception {
        table = new OutboxTable(postgres);
    }

    @AfterEach
    void stopRelays() throws Exception {
        for (RunningRelay relay : relays)
            relay.stop();
    }

    @Test
    void sendsWhatWasCommittedAsACloudEvent() throws Exception {
        table.append(topic, "user:alice", 7);

        relay("/maestro/vault-service");

        table.awaitUnsent(0);
        SentEvent event = sent().all(topic).getFirst();
        assertThat(event.key()).isEqualTo("user:alice");
        assertThat(event.headers()).containsEntry("ce_specversion", "1.0").containsEntry("ce_source", "/maestro/vault-service")
                .containsEntry("ce_type", "secret.deleted").containsEntry("ce_subject", "subject").containsEntry("ce_sequence", "7")
                .containsEntry("content-type", "application/json")
                .containsEntry("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .containsKeys("ce_id", "ce_time");
    }

    @Test
    void aCrashBetweenSendAndMarkSendsAgainWithTheSameEventId() throws Exception {
        table.append(topic, "user:alice", 1);
        try (var crashing = new Publisher(RunningRelay.producers(kafka.bootstrap()), "/maestro/test");
                var connection = table.connections().open()) {
            assertThat(connection.leads()).isTrue();
            var batch = new OutboxLog().next(connection.session(), 10, Set.of());
            assertThat(crashing.publish(batch.messages()).acknowledged().cardinality()).isEqualTo(1);
        }

        relay("/maestro/test");

        table.awaitUnsent(0);
        assertThat(sent().all(topic)).hasSize(2).extracting(SentEvent::id).containsOnly(sent().all(topic).getFirst().id());
    }

    @Test
    void anIdThatCommitsLateIsNotSkipped() throws Exception {
        relay("/maestro/test");
        try (var early = table.open()) {
            early.setAutoCommit(false);
            table.append(early, topic, "user:alice", 1);
            table.append(topic, "user:bob", 2);
            table.awaitUnsent(0);
            assertThat(sent().all(topic)).extracting(SentEvent::key).containsExactly("user:bob");

            early.commit();

            assertThat(sent().await(topic, each -> each.key().equals("user:alice"))).isNotNull();
        }
    }

    @Test
    void losesNothingAndKeepsTheOrderOfEachKeyWhileKafkaGoesAndComes() throws Exception {
        var relay = relay("/maestro/test");
        appendForThreeKeys(0, 40);
        table.awaitUnsent(0);
        kafka.close();
        appendForThreeKeys(40, 120);
        relay.awaitFailure();
        relay.awaitFailure();
        kafka = KafkaServer.keptIn(folder.resolve("kafka"), kafka.port());
        appendForThreeKeys(120, 160);
        table.awaitUnsent(0);

        var arrived = sent().all(topic).stream().distinct()
                .collect(Collectors.groupingBy(SentEvent::key, Collectors.mapping(RelayTest::sequence, Collectors.toList())));
        var inOrder = LongStream.range(0, 160).boxed().toList();
        assertThat(arrived.keySet()).isEqualTo(Set.of("a", "b", "c"));
        assertThat(arrived.values()).allSatisfy(sequences -> assertThat(sequences.stream().distinct().toList()).isEqualTo(inOrder));
    }

    @Test
    void startsWithKafkaAwayAndSendsWhenItIsThere() throws Exception {
        kafka.close();
        table.append(topic, "user:alice", 1);

        relay("/maestro/test").awaitFailure();
        kafka = KafkaServer.keptIn(folder.resolve("kafka"), kafka.port());

        table.awaitUnsent(0);
        assertThat(sent().all(topic)).hasSize(1);
    }

    @Test
    void ofTwoRelaysOneSendsAndTheOtherTakesOverWhenItIsCutOff() throws Exception {
        relay("/maestro/one");
        relay("/maestro/other");
        appendForThreeKeys(0, 100);
        table.awaitUnsent(0);
        assertThat(sent().all(topic)).hasSize(300).extracting(event -> event.headers().get("ce_source")).containsOnly(source(0));

        table.cutOffTheLeader();
        appendForThreeKeys(100, 150);
        table.awaitUnsent(0);

        assertThat(sent().all(topic).stream().filter(event -> event.key().equals("a")).map(RelayTest::sequence).distinct())
                .containsExactlyElementsOf(LongStream.range(0, 150).boxed().toList());
    }

    @Test
    void aRelayThatStopsLeavesTheRestToTheOther() throws Exception {
        var one = relay("/maestro/one");
        table.append(topic, "user:alice", 1);
        table.awaitUnsent(0);
        relay("/maestro/other");
        one.stop();
        table.append(topic, "user:alice", 2);
        table.awaitUnsent(0);

        assertThat(sent().all(topic)).extracting(event -> event.headers().get("ce_source")).containsExactly("/maestro/one",
                "/maestro/other");
    }

    @Test
    void aTopicThatFailsDoesNotHoldUpTheOthers() throws Exception {
        for (int i = 0; i < 60; i++)
            table.append("no topic has such a name", "user:alice", i);
        table.append(topic, "user:alice", 1);

        relay("/maestro/test");

        table.awaitUnsent(60);
        assertThat(sent().all(topic)).hasSize(1);
    }

    @Test
    void carriesWhatWaitsInEveryPlaceEachInItsOrder() throws Exception {
        var other = new OtherPlace();
        LongStream.range(0, 7).forEach(each -> other.append(topic, "other", each));
        table.append(topic, "user:alice", 1);

        relay(other);

        await().atMost(Duration.ofSeconds(20)).until(other::isEmpty);
        assertThat(sent().all(topic)).extracting(SentEvent::key, RelayTest::sequence).map(Object::toString)
                .startsWith("(\"user:alice\", 1L)")
                .endsWith(LongStream.range(0, 7).mapToObj(each -> "(\"other\", " + each + "L)").toArray(String[]::new)).hasSize(8);
    }

    @Test
    void aTopicThatFailsInOnePlaceWaitsInTheNext() throws Exception {
        String failing = "no topic has such a name";
        var other = new OtherPlace();
        other.append(failing, "key", 2);
        other.append(topic, "key", 3);
        table.append(failing, "key", 1);

        relay(other);

        assertThat(sent().await(topic, each -> each.key().equals("key"))).isNotNull();
        assertThat(other.waiting()).contains(Set.of(failing)).doesNotContain(Set.of());
    }

    private void relay(OtherPlace other) {
        relays.add(new RunningRelay(table, List.of(new OutboxLog(), other), kafka.bootstrap(), "/maestro/test"));
    }

    private RunningRelay relay(String source) {
        var relay = new RunningRelay(table, kafka.bootstrap(), source);
        relays.add(relay);
        return relay;
    }

    private SentEvents sent() {
        return SentEvents.of(kafka.bootstrap());
    }

    private String source(int index) {
        return sent().all(topic).get(index).headers().get("ce_source");
    }

    private void appendForThreeKeys(long from, long to) throws Exception {
        try (var connection = table.open()) {
            for (long sequence = from; sequence < to; sequence++)
                for (String key : List.of("a", "b", "c"))
                    table.append(connection, topic, key, sequence);
        }
    }

    private static long sequence(SentEvent event) {
        return Long.parseLong(event.headers().get("ce_sequence"));
    }
}
