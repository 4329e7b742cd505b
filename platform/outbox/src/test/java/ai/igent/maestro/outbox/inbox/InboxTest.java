package ai.igent.maestro.outbox.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.inject.Inject;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.RealServers;
import ai.igent.maestro.test.SentEvent;
import ai.igent.maestro.test.SentEvents;
import ai.igent.maestro.vocabulary.EventId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Taking events inside a service, from a real Kafka into a real PostgreSQL. */
@QuarkusTest
@WithTestResource(RealServers.class)
class InboxTest {
    private static final String TOPIC = "probe.v1";
    private static final String DEAD_LETTERS = "probe.v1.outbox-test.dead-letter";

    @Inject
    Probe probe;

    @Inject
    Database database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    private final long number = ThreadLocalRandom.current().nextLong(1_000_000, Long.MAX_VALUE);

    @Test
    void anEventDeliveredTwiceIsAppliedOnce() throws Exception {
        String id = newId();

        send(id, data(number));
        send(id, data(number));
        send(newId(), data(number + 1));

        awaitApplied(number + 1);
        assertThat(probe.applied()).containsOnlyOnce(number);
    }

    @Test
    void aFailureThatPassesIsTriedAgainUntilItWorks() throws Exception {
        probe.failTimes(number, 3);

        send(newId(), data(number));

        awaitApplied(number);
    }

    @Test
    void whatNobodyCanReadGoesToTheDeadLettersAndDoesNotHoldUpTheNext() throws Exception {
        String broken = newId();

        send(broken, "{\"count\": \"canary-text\"}");
        send("no-event-id", data(number));
        send(newId(), data(number));

        awaitApplied(number);
        SentEvent letter = deadLetter(broken);
        assertThat(letter.headers().toString()).doesNotContain("canary-text");
        assertThat(deadLetter("no-event-id").headers().get("dead-letter-reason")).isEqualTo("header ce_id is malformed");
    }

    @Test
    void whatDoesNotConcernAConsumerIsPassedOverAndLeavesNoTrace() throws Exception {
        String passedOver = newId();

        send(passedOver, data(Probe.OF_NO_CONCERN));
        send(newId(), data(number));

        awaitApplied(number);
        assertThat(probe.applied()).doesNotContain(Probe.OF_NO_CONCERN);
        assertThat(database.column("select event_id from processed_event where event_id = ?", passedOver)).isEmpty();
    }

    @Test
    void fieldsThatAConsumerDoesNotKnowArePassedOver() throws Exception {
        send(newId(), "{\"count\": " + number + ", \"added\": true}");

        awaitApplied(number);
    }

    private static SentEvent deadLetter(String id) {
        return SentEvents.ofThisJvm().await(DEAD_LETTERS, event -> event.id().equals(id));
    }

    private static String newId() {
        return EventId.of(UUID.randomUUID()).text();
    }

    private static String data(long count) {
        return "{\"count\": " + count + "}";
    }

    private void send(String id, String data) throws Exception {
        var event = new ProducerRecord<>(TOPIC, "key", data);
        Map.of("ce_id", id, "ce_type", "probe", "ce_subject", "subject", "ce_sequence", "1")
                .forEach((name, text) -> event.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try (var producer = new KafkaProducer<>(Map.<String, Object>of("bootstrap.servers", bootstrap), new StringSerializer(),
                new StringSerializer())) {
            producer.send(event).get();
        }
    }

    private void awaitApplied(long count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> probe.applied().contains(count));
    }
}
