package ai.igent.maestro.vault.secret;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import ai.igent.maestro.vault.naming.Proposal;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.VariableName;

import static org.assertj.core.api.Assertions.assertThat;

/** Written by hand, and still what the record says. */
class SecretViewWriterTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");
    private static final SecretView FULL = new SecretView(new SecretId("sec_" + "a".repeat(32)), new SecretName("AWS_DEV"),
            new VariableName("AWS_KEY"), SecretKind.ENV, "for \"tests\"\né", List.of("ci", "école"), Environment.PRODUCTION, "aws",
            new Account("me@work"), "eu-central-1", Owner.organization("acme"), 7, Status.EXPIRED, List.of(new Warning("format", "odd")),
            NOW.plusSeconds(1), Duration.ofDays(30), NOW.plusSeconds(2), NOW, NOW.plusNanos(1000));
    private static final SecretView BARE = new SecretView(new SecretId("sec_" + "b".repeat(32)), new SecretName("A"), new VariableName("A"),
            SecretKind.FILE, "", List.of(), null, null, null, null, Owner.user("alice"), 1, Status.ACTIVE, List.of(), null, null, null, NOW,
            NOW);

    @Test
    void everyFieldOfTheRecordIsThereInItsOrder() throws JsonProcessingException {
        for (SecretView view : List.of(FULL, BARE))
            assertThat(json().build().writeValueAsString(view)).isEqualTo(asRecord().writeValueAsString(view));
    }

    @Test
    void itsFieldsCanStandAmongOthers() throws JsonProcessingException {
        var registered = new SecretAnswers.RegisteredView(FULL, List.of(new Proposal("account", "DEV")));

        assertThat(json().build().writeValueAsString(registered)).isEqualTo(asRecord().writeValueAsString(registered));
    }

    private static JsonMapper asRecord() {
        return json().addMixIn(SecretView.class, ByItsFields.class).build();
    }

    private static JsonMapper.Builder json() {
        return JsonMapper.builder().addModule(new JavaTimeModule()).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
    }

    @JsonSerialize(using = JsonSerializer.None.class)
    private interface ByItsFields {}
}
