package ai.igent.maestro.outbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.contracts.event.AuditRecorded;
import ai.igent.maestro.contracts.event.AuditRecordedTogether;
import ai.igent.maestro.contracts.event.BundleEvent;
import ai.igent.maestro.contracts.event.MaestroEvent;
import ai.igent.maestro.vocabulary.Actor;
import ai.igent.maestro.vocabulary.ActorKind;
import ai.igent.maestro.vocabulary.AuditType;
import ai.igent.maestro.vocabulary.EventId;
import ai.igent.maestro.vocabulary.Outcome;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SessionId;

import static org.assertj.core.api.Assertions.assertThat;

class RecordsTogetherTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final SessionId SESSION = new SessionId("ses_" + "a".repeat(32));

    @Test
    void recordsOfOneKeyAreOneEventInTheirOrder() {
        var one = of("alice");
        var two = of("alice");
        var others = of("bob");

        var together = RecordsTogether.of(List.of(prepared(one, null), prepared(others, null), prepared(two, null)));

        assertThat(together).extracting(PreparedEvent::event).containsExactly(new AuditRecordedTogether(List.of(one, two)),
                new AuditRecorded(others));
    }

    @Test
    void recordsOfDifferentTracesStayApart() {
        var together = RecordsTogether
                .of(List.of(prepared(of("alice"), "00-1"), prepared(of("alice"), "00-2"), prepared(of("alice"), "00-1")));

        assertThat(together).extracting(PreparedEvent::traceparent).containsExactly("00-1", "00-2");
    }

    @Test
    void whatIsNoRecordStaysAsItIs() {
        var applied = new BundleEvent.Applied(SESSION, 1);
        var failed = new BundleEvent.Failed(SESSION, 2, List.of());

        assertThat(RecordsTogether.of(List.of(prepared(applied, null), prepared(failed, null)))).extracting(PreparedEvent::event)
                .containsExactly(applied, failed);
    }

    @Test
    void manyAreSeveralEventsOfBoundedSize() {
        var records = IntStream.range(0, 33).mapToObj(each -> of("alice")).toList();

        var together = RecordsTogether.of(records.stream().map(each -> prepared(each, null)).toList());

        assertThat(together).extracting(PreparedEvent::event).containsExactly(new AuditRecordedTogether(records.subList(0, 16)),
                new AuditRecordedTogether(records.subList(16, 32)), new AuditRecorded(records.get(32)));
    }

    private static PreparedEvent prepared(AuditRecord record, String traceparent) {
        return prepared(new AuditRecorded(record), traceparent);
    }

    private static PreparedEvent prepared(MaestroEvent event, String traceparent) {
        return new PreparedEvent(EventId.of(UUID.randomUUID()), event, NOW, traceparent);
    }

    private static AuditRecord of(String user) {
        return new AuditRecord(EventId.of(UUID.randomUUID()), NOW, AuditType.SECRET_RELEASED,
                new Actor(ActorKind.SERVICE, "sandbox-injector"),
                new AuditRecord.Subject("secret", "sec_1", "NAME"), SESSION, Owner.user(user), Outcome.SUCCESS, null, null, null);
    }
}
