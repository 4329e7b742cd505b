package ai.igent.maestro.audit.chain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.vocabulary.Actor;
import ai.igent.maestro.vocabulary.ActorKind;
import ai.igent.maestro.vocabulary.AuditType;
import ai.igent.maestro.vocabulary.EventId;
import ai.igent.maestro.vocabulary.Outcome;
import ai.igent.maestro.vocabulary.Owner;

import static org.assertj.core.api.Assertions.assertThat;

/** The bytes are for ever: whoever verifies the trail years later computes with exactly these. */
class RecordBytesTest {
    private final AuditRecord auditRecord = new AuditRecord(new EventId("evt_01980000000070008000000000000001"),
            Instant.parse("2026-01-02T03:04:05.000000789Z"), AuditType.SECRET_RELEASED, new Actor(ActorKind.USER, "zoë"),
            new AuditRecord.Subject("secret", "sec_01980000000070008000000000000001", null), null, Owner.user("zoë"), Outcome.SUCCESS, null,
            new AuditRecord.Source("::1", "a \"quoted\" agent"), null);

    @Test
    void haveSortedNamesNoWhiteSpaceAndEveryField() {
        assertThat(new String(RecordBytes.of(auditRecord), StandardCharsets.UTF_8))
                .isEqualTo("{\"actor\":{\"id\":\"zoë\",\"kind\":\"user\"},"
                        + "\"id\":\"evt_01980000000070008000000000000001\",\"outcome\":\"success\",\"owner\":{\"id\":\"zoë\",\"kind\":\"user\"},"
                        + "\"reason\":null,\"session\":null,\"source\":{\"ip\":\"::1\",\"userAgent\":\"a \\\"quoted\\\" agent\"},"
                        + "\"subject\":{\"id\":\"sec_01980000000070008000000000000001\",\"kind\":\"secret\",\"name\":null},"
                        + "\"time\":\"2026-01-02T03:04:05.000000789Z\",\"traceId\":null,\"type\":\"secret.released\"}");
    }

    @Test
    void areReadBackAsTheSameRecord() {
        assertThat(RecordBytes.read(RecordBytes.of(auditRecord))).contains(auditRecord);
    }

    @Test
    void areNoRecordWhenSomebodyWroteSomethingElse() {
        assertThat(RecordBytes.read("{\"id\":1".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(RecordBytes.read("null".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(RecordBytes.read("{}".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }
}
