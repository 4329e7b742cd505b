package ai.igent.maestro.vault.secret;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ai.igent.maestro.test.JsonSchemas;
import ai.igent.maestro.test.SentEvent;
import ai.igent.maestro.test.SentEvents;
import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;

import static org.assertj.core.api.Assertions.assertThat;

@VaultTest
class SecretEventsTest {
    private static int names;

    private final VaultApi user = VaultApi.as("announcer");
    private final SentEvents sent = SentEvents.ofThisJvm();
    private String id;

    @BeforeEach
    void aSecretLivesAndDies() {
        id = user.register(Map.of("name", "ANNOUNCED_" + ++names, "value", "canary-event", "environment", "staging"));
        user.changeValue(id, "canary-event-2");
        user.patch("/v1/secrets/" + id, Map.of("environment", "production", "description", "canary-description")).statusCode(200);
        user.delete("/v1/secrets/" + id).statusCode(204);
        user.request().post("/v1/secrets/" + id + "/undelete").then().statusCode(200);
    }

    @Test
    void everyChangeIsAnnouncedInOrderAndAsPublished() {
        List<SentEvent> events = sent.await("secrets.v1", event -> event.subject().equals(id), 5);

        assertThat(events).extracting(SentEvent::type).containsExactly("secret.registered", "secret.value-changed", "secret.updated",
                "secret.deleted", "secret.undeleted");
        assertThat(events).allSatisfy(event -> JsonSchemas.assertValid(event.type(), event.data()));
        assertThat(events).extracting(SentEvent::key).containsOnly("user:announcer");
        assertThat(events).extracting(event -> event.data().get("sequence").asInt()).containsExactly(1, 2, 3, 4, 5);
        assertThat(events).extracting(event -> event.data().get("version").asInt()).containsExactly(1, 2, 2, 2, 2);
        assertThat(events).extracting(event -> event.data().get("epoch").asInt()).containsExactly(1, 1, 2, 3, 3);
    }

    @Test
    void everyChangeIsOnRecordWithWhoAndWhose() {
        List<SentEvent> records = sent.await("audit-records.v1", event -> event.data().at("/subject/id").asText().equals(id), 5);

        assertThat(records).extracting(record -> record.data().get("type").asText()).containsExactly("secret.registered",
                "secret.value-changed", "secret.updated", "secret.deleted", "secret.undeleted");
        assertThat(records).allSatisfy(record -> {
            JsonSchemas.assertValid("audit.recorded", record.data());
            assertThat(record.data().at("/actor/kind").asText()).isEqualTo("user");
            assertThat(record.data().at("/actor/id").asText()).isEqualTo("announcer");
            assertThat(record.data().at("/owner/id").asText()).isEqualTo("announcer");
            assertThat(record.data().at("/outcome").asText()).isEqualTo("success");
            assertThat(record.data().at("/subject/name").asText()).isEqualTo("ANNOUNCED_" + names);
        });
    }

    @Test
    void freeTextIsInNone() {
        var records = sent.await("audit-records.v1", event -> event.data().at("/subject/id").asText().equals(id), 5);
        var events = sent.await("secrets.v1", event -> event.subject().equals(id), 5);

        assertThat(records.toString() + events).doesNotContain("canary");
    }
}
