package ai.igent.maestro.audit.publication;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import ai.igent.maestro.audit.Records;
import ai.igent.maestro.audit.TestTrail;
import ai.igent.maestro.contracts.event.AuditAppended;
import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.outbox.EventJson;
import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.JsonSchemas;
import ai.igent.maestro.test.RealServers;
import ai.igent.maestro.test.SentEvent;
import ai.igent.maestro.test.SentEvents;
import ai.igent.maestro.vocabulary.ActorKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** From the chain to Kafka, with everything real: transaction, relay, broker. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PublicationTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PARTITION = 3003;

    @Inject
    TestTrail trail;

    @Inject
    Database database;

    @Test
    void eachEntryIsSentOnceInItsOrderAsTheEventThatIsDocumented() throws Exception {
        int partition = PARTITION + 1;
        var records = IntStream.range(0, 1_200).mapToObj(each -> Records.release("zoë").by(ActorKind.USER, "\"" + each).made()).toList();

        for (int from = 0; from < records.size(); from += 300)
            trail.append(partition, records.subList(from, from + 300).toArray(AuditRecord[]::new));
        awaitPublished(partition);

        var sent = sent(partition);
        assertThat(sent).extracting(SentEvent::subject).containsExactlyElementsOf(records.stream().map(each -> each.id().text()).toList());
        for (int place = 0; place < sent.size(); place++)
            assertIsEventOf(records.get(place), partition, place + 1, sent.get(place));
    }

    private static void assertIsEventOf(AuditRecord auditRecord, int partition, long sequence, SentEvent event) throws Exception {
        var expected = new AuditAppended(auditRecord, partition, sequence, event.data().get("previousHash").asText(),
                event.data().get("hash").asText());
        assertThat(event.data()).isEqualTo(new ObjectMapper().readTree(EventJson.write(expected)));
        JsonSchemas.assertValid(expected.type(), event.data());
        assertThat(event.key()).isEqualTo(expected.key());
        assertThat(event.headers()).containsOnly(header("ce_specversion", "1.0"), header("ce_id", auditRecord.id().text()),
                header("ce_source", "/maestro/audit-service"), header("ce_type", expected.type()), header("ce_subject", expected.subject()),
                header("ce_time", auditRecord.time().toString()), header("ce_sequence", Long.toString(sequence)),
                header("content-type", "application/json"));
    }

    @Test
    void whatWasSentAndNotMarkedIsSentAgainAsTheSameEvent() {
        int partition = PARTITION + 2;
        trail.append(partition, release(), release(), release());
        awaitPublished(partition);

        database.execute("update chain_head set published = 1 where partition = ?", partition);
        awaitPublished(partition);

        var sent = sent(partition);
        assertThat(sent).extracting(event -> event.headers().get("ce_sequence")).containsExactly("1", "2", "3", "2", "3");
        assertThat(sent.subList(3, 5)).isEqualTo(sent.subList(1, 3));
    }

    /** The statement of docs/runbooks/outbox-grows.md. */
    @Test
    void anOperatorHasTheEventsOfADaySentAgain() {
        int partition = PARTITION + 5;
        trail.append(partition, release(), Records.release("alice").at(Instant.now()).made(), release());
        awaitPublished(partition);

        database.execute(
                """
                        update chain_head as head set published = first.sequence - 1
                        from (select partition, min(sequence) as sequence from audit_event where time > now() - interval '1 day' group by partition) as first
                        where head.partition = first.partition and head.published >= first.sequence""");
        awaitPublished(partition);

        assertThat(sent(partition)).extracting(event -> event.headers().get("ce_sequence")).containsExactly("1", "2", "3", "2", "3");
    }

    @Test
    void rowsFromBeforeTheChainsWereTheirOwnOutboxAreSent() {
        var before = new AuditAppended(release(), PARTITION, 7, "0".repeat(64), "1".repeat(64));
        database.execute("""
                insert into outbox_message (event_id, topic, key, type, subject, sequence, time, data)
                values ('evt_00000000000070008000000000003003', ?, ?, ?, ?, 7, now(), ?)""", before.topic().text(), before.key(),
                before.type(), before.subject(), EventJson.write(before));

        var event = SentEvents.ofThisJvm().await("audit.v1", each -> each.subject().equals(before.subject()));

        assertThat(event.id()).isEqualTo("evt_00000000000070008000000000003003");
    }

    @Test
    void anEntryThatIsNotWhatWasAppendedStopsNothing() {
        int partition = PARTITION + 3;
        trail.append(partition, release(), release(), release());
        awaitPublished(partition);

        trail.tamper("update audit_event set content = 'rubbish' where sequence = 2 and partition = " + partition,
                "update chain_head set published = 0 where partition = " + partition);
        trail.append(partition, release());
        awaitPublished(partition);

        assertThat(sent(partition)).extracting(event -> event.headers().get("ce_sequence")).containsExactly("1", "2", "3", "1", "3", "4");
        trail.tamper("delete from audit_event where partition = " + partition, "delete from chain_head where partition = " + partition);
    }

    @Test
    void whoTakesTheLeadGoesOnWhereTheOtherReplicaStopped() throws Exception {
        int partition = PARTITION + 4;
        trail.append(partition, release());
        awaitPublished(partition);
        try (var other = OtherReplica.takesTheLead()) {
            trail.append(partition, release(), release());
            other.publishes(partition, 2);
        }
        awaitPublished(partition);

        assertThat(sent(partition)).extracting(event -> event.headers().get("ce_sequence")).containsExactly("1", "3");
    }

    private static AuditRecord release() {
        return Records.release("alice").made();
    }

    private void awaitPublished(int partition) {
        await("that chain " + partition + " is published").atMost(PATIENCE)
                .until(() -> database.count("select sequence - published from chain_head where partition = ?", partition) == 0);
    }

    private static List<SentEvent> sent(int partition) {
        return SentEvents.ofThisJvm().all("audit.v1").stream().filter(event -> event.key().equals(Integer.toString(partition))).toList();
    }

    private static Map.Entry<String, String> header(String name, String value) {
        return Map.entry(name, value);
    }
}
