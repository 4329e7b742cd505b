package ai.igent.maestro.audit.intake;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import ai.igent.maestro.audit.Records;
import ai.igent.maestro.audit.TestTrail;
import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.outbox.EventJson;
import ai.igent.maestro.test.RealServers;
import ai.igent.maestro.test.SentEvent;
import ai.igent.maestro.test.SentEvents;
import ai.igent.maestro.vocabulary.ActorKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** From the topic into the trail, through a real Kafka. */
@QuarkusTest
@WithTestResource(RealServers.class)
class IntakeTest {
    private static final String DEAD_LETTERS = "audit-records.v1.audit-service.dead-letter";

    @Inject
    TestTrail trail;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    private RecordTopic topic;

    @BeforeEach
    void open() {
        topic = new RecordTopic(bootstrap);
    }

    @AfterEach
    void close() {
        topic.close();
    }

    @Test
    void recordsOfEveryKeyArriveEachOnceThoughDeliveredTwice() throws Exception {
        var records = IntStream.range(0, 200).mapToObj(number -> Records.release("user-" + number % 7).made()).toList();

        records.forEach(topic::send);
        records.reversed().forEach(topic::send);

        assertEachOnce(records);
    }

    @Test
    void whatIsNoRecordBecomesADeadLetterAndHoldsUpNothing() throws Exception {
        var before = Records.release("alice").made();
        var after = Records.release("alice").made();
        String wrongShape = RecordTopic.newId();
        String wrongType = RecordTopic.newId();

        topic.send(before);
        topic.send(wrongShape, "audit.recorded", "user:alice", "{\"id\":\"canary-text\"}");
        topic.send(wrongType, "secret.deleted", "user:alice", "{}");
        topic.send(after);

        awaitInTrail(List.of(before, after));
        assertThat(deadLetter(wrongShape).headers().toString()).doesNotContain("canary-text");
        assertThat(deadLetter(wrongType).headers()).containsEntry("dead-letter-reason", "header ce_type is not of an audit record");
    }

    @Test
    void aRecordThatNoColumnCanHoldBecomesADeadLetterAndTheOthersOfItsBatchArrive() throws Exception {
        var before = Records.release("alice").made();
        var unstorable = Records.release("alice").by(ActorKind.SERVICE, "zero \0 byte").made();
        var after = Records.release("alice").made();

        topic.send(before);
        topic.send(unstorable);
        topic.send(after);

        awaitInTrail(List.of(before, after));
        SentEvents.ofThisJvm().await(DEAD_LETTERS, event -> event.data().path("id").asText().equals(unstorable.id().text()));
        assertThat(trail.count(List.of(unstorable))).isZero();
    }

    @Test
    void recordsThatCameTogetherArriveEachOnceThoughOneCameAlone() throws Exception {
        var records = IntStream.range(0, 16).mapToObj(number -> Records.release("alice").made()).toList();

        topic.send(records.get(3));
        topic.send(records);
        topic.send(records);

        assertEachOnce(records);
    }

    @Test
    void oneOfThoseThatCameTogetherCostsNoOtherItsPlace() throws Exception {
        var before = Records.release("alice").made();
        var unstorable = Records.release("alice").by(ActorKind.SERVICE, "zero \0 byte").made();
        var after = Records.release("alice").made();
        String partly = RecordTopic.newId();

        topic.send(partly, "audit.recorded-together", "user:alice",
                "{\"records\":[" + EventJson.write(before) + ",{\"id\":\"canary-text\"},"
                        + EventJson.write(unstorable) + "," + EventJson.write(after) + "]}");

        awaitInTrail(List.of(before, after));
        assertThat(deadLetter(partly).headers().toString()).doesNotContain("canary-text");
        assertThat(deadLetters(partly)).hasSize(1);
        assertThat(trail.count(List.of(unstorable))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"records\":[]}", "{\"records\":null}", "{}", "[]", "{\"records\":[null]}"})
    void whatHoldsNoRecordsBecomesADeadLetter(String data) throws Exception {
        String empty = RecordTopic.newId();
        var after = Records.release("alice").made();

        topic.send(empty, "audit.recorded-together", "user:alice", data);
        topic.send(after);

        awaitInTrail(List.of(after));
        deadLetter(empty);
    }

    @Test
    void whatIsTooLargeToBePublishedBecomesADeadLetter() throws Exception {
        String huge = RecordTopic.newId();
        var after = Records.release("alice").made();

        topic.send(huge, "audit.recorded", "user:alice",
                EventJson.write(Records.release("alice").by(ActorKind.SERVICE, "x".repeat(950_000)).made()));
        topic.send(after);

        awaitInTrail(List.of(after));
        assertThat(deadLetter(huge).headers()).containsEntry("dead-letter-reason", "the data is larger than 899000 bytes");
    }

    private static List<SentEvent> deadLetters(String id) {
        return SentEvents.ofThisJvm().all(DEAD_LETTERS).stream().filter(event -> event.id().equals(id)).toList();
    }

    private static SentEvent deadLetter(String id) {
        return SentEvents.ofThisJvm().await(DEAD_LETTERS, event -> event.id().equals(id));
    }

    /** What comes after them on one of their keys has to arrive first: then nothing of them is still on its way. */
    private void assertEachOnce(List<AuditRecord> records) {
        awaitInTrail(records);
        var last = Records.release("alice").made();
        topic.send(last);
        awaitInTrail(List.of(last));
        assertThat(trail.count(records)).isEqualTo(records.size());
    }

    private void awaitInTrail(List<AuditRecord> records) {
        await().atMost(Duration.ofSeconds(30)).until(() -> trail.count(records), count -> count >= records.size());
    }
}
