package ai.igent.maestro.audit.publication;

import java.sql.Connection;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import ai.igent.maestro.audit.Records;
import ai.igent.maestro.embedded.PostgresServer;
import ai.igent.maestro.outbox.EventJson;
import ai.igent.maestro.outbox.relay.OutboxMessage;
import ai.igent.maestro.outbox.relay.UnsentBatch;
import ai.igent.maestro.vocabulary.ActorKind;

import static org.assertj.core.api.Assertions.assertThat;

/** What the relay is given of the chains, and how far it gets, on a real PostgreSQL. */
class UnpublishedEntriesTest {
    private static final int MANY = 100;
    private static PostgresServer postgres;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final UnpublishedEntries entries = new UnpublishedEntries(new PassedOver(metrics));
    private ChainDatabase chains;
    private Connection session;

    @BeforeAll
    static void startServer() {
        postgres = PostgresServer.temporary();
    }

    @AfterAll
    static void stopServer() {
        postgres.close();
    }

    @BeforeEach
    void freshDatabase() throws Exception {
        chains = ChainDatabase.of(postgres);
        session = chains.open();
    }

    @AfterEach
    void close() throws Exception {
        session.close();
    }

    @Test
    void whatWasNotAcknowledgedIsGivenAgainUnderTheSameId() throws Exception {
        chains.append(1, 3);
        var first = next(MANY);
        first.settle(new BitSet());

        assertThat(next(MANY).messages()).isEqualTo(first.messages()).hasSize(3);
        assertThat(chains.published(1)).isZero();
    }

    @Test
    void whatWasAcknowledgedIsNotGivenAgain() throws Exception {
        chains.append(1, 3);
        settleAll(next(MANY));
        chains.append(1, 2);

        assertThat(sequences(next(MANY), 1)).containsExactly(4L, 5L);
    }

    @Test
    void afterAFailureInTheMiddleAChainGoesOnAtItsFirstGapWhateverWasAcknowledgedBehindIt() throws Exception {
        chains.append(1, 5);
        chains.append(2, 3);
        var batch = next(MANY);
        var allButOne = all(batch);
        allButOne.clear(2);

        batch.settle(allButOne);

        assertThat(chains.published(1)).isEqualTo(2);
        assertThat(chains.published(2)).isEqualTo(3);
        assertThat(sequences(next(MANY), 1)).containsExactly(3L, 4L, 5L);
        assertThat(sequences(next(MANY), 2)).isEmpty();
    }

    @Test
    void everyChainGetsItsShareOfABatchAndOneAloneGetsAll() throws Exception {
        chains.append(1, 40);
        chains.append(2, 3);

        var shared = next(10);
        assertThat(sequences(shared, 1)).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(sequences(shared, 2)).containsExactly(1L, 2L, 3L);
        assertThat(shared.more()).isTrue();
        settleAll(shared);

        assertThat(sequences(next(10), 1)).containsExactlyElementsOf(LongStream.rangeClosed(6, 15).boxed().toList());
    }

    @Test
    void givesNoMoreThanAskedForHoweverManyChainsThereAre() throws Exception {
        for (int partition = 0; partition < 7; partition++)
            chains.append(partition, 2);

        assertThat(next(5).messages()).hasSize(5);
        assertThat(next(5).more()).isTrue();
    }

    @Test
    void saysThatThereIsNoMoreWhenTheEndsOfAllChainsAreInIt() throws Exception {
        chains.append(1, 5);
        chains.append(2, 5);

        assertThat(next(MANY).more()).isFalse();
        settleAll(next(MANY));
        assertThat(next(MANY).more()).isFalse();
    }

    @Test
    void waitsInARoundInWhichItsTopicFailed() throws Exception {
        chains.append(1, 3);

        var batch = entries.next(session, MANY, Set.of("audit.v1"));

        assertThat(batch.messages()).isEmpty();
        assertThat(batch.more()).isFalse();
    }

    @Test
    void whoSetsPublishedBackWhileABatchIsOnItsWayIsNotOverruled() throws Exception {
        chains.append(1, 5);
        settleAll(next(MANY));
        chains.append(1, 1);
        var onItsWay = next(MANY);
        chains.tamper("update chain_head set published = 1");

        settleAll(onItsWay);

        assertThat(sequences(next(MANY), 1)).containsExactly(2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void whatSomebodyPutBehindAHeadIsNotGiven() throws Exception {
        chains.append(1, 2);
        chains.tamper(
                """
                        insert into audit_event select 'other', partition, 3, time, type, actor_kind, actor_id, subject_kind, subject_id, session, owner,
                            outcome, content, hash, hash from audit_event where sequence = 2""");

        assertThat(sequences(next(MANY), 1)).containsExactly(1L, 2L);
    }

    @Test
    void passesOverWhatIsNotWhatWasAppendedAndSaysSoOnce() throws Exception {
        chains.append(1, 6);
        chains.tamper("update audit_event set content = convert_to(replace(convert_from(content, 'UTF8'), 'success', 'denied'), 'UTF8') "
                + "where sequence = 1", "update audit_event set content = 'rubbish' where sequence = 3", rehash(3),
                "delete from audit_event where sequence = 4", "update audit_event set content = '{}' where sequence = 6", rehash(6));

        var batch = next(MANY);
        assertThat(sequences(batch, 1)).containsExactly(2L, 5L);
        batch.settle(new BitSet());
        assertThat(chains.published(1)).isEqualTo(1);
        settleAll(next(MANY));

        assertThat(chains.published(1)).isEqualTo(6);
        assertThat(metrics.counter("maestro.audit.passed.over").count()).isEqualTo(3);
    }

    @Test
    void aChainOfNothingButRubbishIsPassedOverToItsEnd() throws Exception {
        chains.append(1, 3);
        chains.tamper("update audit_event set content = 'rubbish'");

        assertThat(next(2).messages()).isEmpty();
        assertThat(next(2).more()).isTrue();
        settleAll(next(2));
        settleAll(next(2));

        assertThat(chains.published(1)).isEqualTo(3);
    }

    @Test
    void passesOverWhatNoBrokerWouldTake() throws Exception {
        chains.append(1, 1);
        chains.append(1, EventJson.write(Records.release("alice").by(ActorKind.SERVICE, "x".repeat(1_000_000)).made()));
        chains.append(1, 1);

        assertThat(sequences(next(MANY), 1)).containsExactly(1L, 3L);
    }

    @Test
    void publishesWhatANewerVersionAppendedAsItStands() throws Exception {
        String content = EventJson.write(Records.release("alice").made()).replaceFirst("\\{", "{\"newer\":{\"a\":[1]},")
                .replace("secret.released", "secret.invented");
        chains.append(1, content);

        var message = next(MANY).messages().getFirst();

        assertThat(message.data()).startsWith(content.substring(0, content.length() - 1) + ",\"partition\":1,\"sequence\":1,");
    }

    @Test
    void countsWhatIsUnpublishedAndHowOldTheOldestIs() throws Exception {
        assertThat(backlog()).containsExactly(0L, 0L);
        chains.append(1, 5);
        chains.append(2, 2);
        var batch = next(MANY);
        var first = new BitSet();
        first.set(0);
        batch.settle(first);

        assertThat(backlog().getFirst()).isEqualTo(6);
        assertThat(backlog().getLast()).isBetween(3_600L, 4_000L);
    }

    @Test
    void readsARangeOfTheIndexAndNotTheTrail() throws Exception {
        chains.append(1, 1_000);
        chains.append(2, 1_000);
        chains.tamper("update chain_head set published = 990", "analyze audit_event", "analyze chain_head");

        var plan = new StringBuilder();
        try (var rows = session.createStatement()
                .executeQuery("explain " + UnpublishedEntries.NEXT.replace("?", "500"))) {
            while (rows.next())
                plan.append(rows.getString(1)).append('\n');
        }

        assertThat(plan.toString()).contains("Index Scan using audit_event_partition_sequence_key")
                .doesNotContain("Seq Scan on audit_event");
    }

    private UnsentBatch next(int limit) throws Exception {
        return entries.next(session, limit, Set.of());
    }

    private static BitSet all(UnsentBatch batch) {
        return IntStream.range(0, batch.messages().size()).collect(BitSet::new, BitSet::set, BitSet::or);
    }

    private static void settleAll(UnsentBatch batch) throws Exception {
        batch.settle(all(batch));
    }

    private static List<Long> sequences(UnsentBatch batch, int partition) {
        return batch.messages().stream().filter(each -> each.key().equals(Integer.toString(partition))).map(OutboxMessage::sequence)
                .toList();
    }

    private List<Long> backlog() throws Exception {
        return List.of(chains.number("select unsent from (" + entries.backlog() + ") as b"),
                chains.number("select seconds from (" + entries.backlog() + ") as b"));
    }

    private static String rehash(int sequence) {
        return "update audit_event set hash = sha256(previous_hash || int4send(partition) || int8send(sequence) || content) where sequence = "
                + sequence;
    }
}
