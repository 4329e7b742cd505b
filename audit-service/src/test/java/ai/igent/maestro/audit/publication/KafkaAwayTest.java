package ai.igent.maestro.audit.publication;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import ai.igent.maestro.audit.Records;
import ai.igent.maestro.audit.TestTrail;
import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.SentEvent;
import ai.igent.maestro.test.SentEvents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@WithTestResource(KafkaThatGoesAway.class)
class KafkaAwayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<Integer> CHAINS = List.of(1, 2, 3);

    @Inject
    TestTrail trail;

    @Inject
    UnpublishedEntries entries;

    @Inject
    Database database;

    /** Set by {@link KafkaThatGoesAway}. */
    KafkaThatGoesAway kafka;

    @Test
    void whatItBrokeOffAndWhatIsAppendedMeanwhileIsCountedAndSentInOrderWhenItIsBack() {
        appendToEach(40);
        await().atMost(PATIENCE).until(() -> unpublished() == 0);

        appendToEach(1_000);
        await("that some of them are published").pollInterval(Duration.ofMillis(5)).atMost(PATIENCE).until(() -> unpublished() < 3_000);
        try (var failures = RelayFailures.heard()) {
            kafka.goAway();
            appendToEach(1_000);
            failures.awaitAnother();
        }
        assertThat(backlog("unsent")).isEqualTo(unpublished()).isGreaterThanOrEqualTo(3_000);
        assertThat(backlog("seconds")).isPositive();

        kafka.comeBack();
        appendToEach(40);
        await().atMost(PATIENCE).until(() -> unpublished() == 0);
        var arrived = SentEvents.of(kafka.bootstrap()).all("audit.v1").stream()
                .collect(Collectors.groupingBy(SentEvent::key, Collectors.mapping(KafkaAwayTest::sequence, Collectors.toList())));
        assertThat(arrived).containsOnlyKeys("1", "2", "3");
        assertThat(arrived.values()).allSatisfy(sequences -> assertThat(sequences.stream().distinct().toList())
                .isEqualTo(LongStream.rangeClosed(1, 2_080).boxed().toList()));
        assertThat(backlog("unsent")).isZero();
    }

    private void appendToEach(int number) {
        for (int chain : CHAINS)
            trail.append(chain, IntStream.range(0, number).mapToObj(each -> Records.release("alice").made()).toArray(AuditRecord[]::new));
    }

    private long unpublished() {
        return database.count("select sum(sequence - published) from chain_head");
    }

    /** As the metrics ask for it. */
    private double backlog(String what) {
        return Double.parseDouble(database.column("select " + what + " from (" + entries.backlog() + ") as backlog").getFirst());
    }

    private static long sequence(SentEvent event) {
        return Long.parseLong(event.headers().get("ce_sequence"));
    }
}
