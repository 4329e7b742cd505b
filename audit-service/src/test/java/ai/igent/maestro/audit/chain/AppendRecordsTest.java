package ai.igent.maestro.audit.chain;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import ai.igent.maestro.audit.Records;
import ai.igent.maestro.audit.TestTrail;
import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.contracts.event.Topic;
import ai.igent.maestro.test.JsonSchemas;
import ai.igent.maestro.test.RealServers;
import ai.igent.maestro.test.SentEvent;
import ai.igent.maestro.test.SentEvents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@WithTestResource(RealServers.class)
class AppendRecordsTest {
    private static final int PARTITION = 1001;
    private static final ObjectMapper JSON = JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    @Inject
    TestTrail trail;

    @Test
    void publishesEachEntryWithItsPlaceLinkedToTheOneBefore() {
        var first = Records.release("alice").made();
        var second = Records.release("alice").made();

        trail.append(PARTITION, first, second);

        var published = Stream.of(first, second).map(AppendRecordsTest::published).toList();
        assertThat(published).allSatisfy(event -> JsonSchemas.assertValid("audit.appended", event.data()));
        assertThat(number(published.get(1), "sequence")).isEqualTo(number(published.get(0), "sequence") + 1);
        assertThat(text(published.get(1), "previousHash")).isEqualTo(text(published.get(0), "hash"));
        assertThat(published).extracting(SentEvent::key).containsOnly(Integer.toString(PARTITION));
    }

    @Test
    void whoeverKeepsThePublishedStreamCanComputeEveryHash() throws Exception {
        var auditRecord = Records.release("zoë\"").made();
        trail.append(PARTITION, auditRecord);
        var event = published(auditRecord);
        var fields = JSON.convertValue(event.data(), new TypeReference<TreeMap<String, Object>>() {
        });
        fields.keySet().removeAll(List.of("partition", "sequence", "previousHash", "hash"));

        byte[] hash = ChainHash.of(HexFormat.of().parseHex(text(event, "previousHash")), PARTITION, number(event, "sequence"),
                JSON.writeValueAsBytes(fields));

        assertThat(HexFormat.of().formatHex(hash)).isEqualTo(text(event, "hash"));
    }

    @Test
    void appendsARecordOnceHoweverOftenItIsGiven() {
        var once = Records.release("alice").made();
        var other = Records.release("alice").made();

        trail.append(PARTITION, once, once);
        trail.append(PARTITION, once, other);
        trail.append(PARTITION, once);

        assertThat(trail.count(List.of(once, other))).isEqualTo(2);
    }

    @Test
    void writersOfOneChainWaitForEachOther() {
        var shared = IntStream.range(0, 20).mapToObj(each -> Records.release("alice").made()).toList();
        var appends = new ArrayList<CompletableFuture<Void>>();
        try (var threads = Executors.newCachedThreadPool()) {
            for (int writer = 0; writer < 8; writer++)
                appends.add(CompletableFuture.runAsync(() -> trail.append(PARTITION + 1, shared.toArray(AuditRecord[]::new)), threads));
        }

        assertThat(appends).allSatisfy(append -> assertThat(append).isCompleted());
        assertThat(trail.count(shared)).isEqualTo(20);
    }

    @Test
    void theTableRefusesChanges() {
        var kept = Records.release("alice").made();
        trail.append(PARTITION, kept);

        for (String change : List.of("update audit_event set outcome = 'denied'", "delete from audit_event", "truncate audit_event"))
            assertThatThrownBy(() -> trail.execute(change)).hasMessageContaining("append-only");

        assertThat(trail.count(List.of(kept))).isEqualTo(1);
    }

    private static SentEvent published(AuditRecord auditRecord) {
        return SentEvents.ofThisJvm().await(Topic.AUDIT.text(), event -> event.subject().equals(auditRecord.id().text()));
    }

    private static long number(SentEvent event, String field) {
        return event.data().get(field).asLong();
    }

    private static String text(SentEvent event, String field) {
        return event.data().get(field).asText();
    }
}
