package ai.igent.maestro.session;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.JsonSchemas;
import ai.igent.maestro.test.SentEvents;

import static org.assertj.core.api.Assertions.assertThat;

@SessionTest
class EventSchemaTest {
    private static final String PHRASE = "canary-phrase activate everything";

    @Inject
    Database database;

    @Test
    void everyEventOfASessionsLifeIsWhatItsSchemaPromisesAndCarriesNoFreeText() {
        String user = SessionApi.newUser();
        String session = SessionApi.open(Map.of("user", user, "title", "canary-title")).path("session.id");
        SessionApi.user(user).request(session, Map.of("phrase", PHRASE, "reason", "canary-reason"));
        SessionApi.user(user).activate(session, Thing.secret(user, "KEY").known().id());
        SessionApi.report(session, 1);
        SessionApi.platform().post("/v1/sessions/" + session + "/end").statusCode(200);

        List<String> types = database.column("select distinct type from outbox_message");
        assertThat(types).contains("session.created", "session.activation-requested", "session.activations-changed", "session.ended",
                "bundle.applied", "audit.recorded");
        for (String type : types)
            database.column("select data from outbox_message where type = ?", type).forEach(data -> JsonSchemas.assertValid(type, data));
        assertThat(database.column("select data from outbox_message where data like '%canary%'")).isEmpty();
    }

    @Test
    void theWholeActiveSetReachesKafkaKeyedBySession() {
        String user = SessionApi.newUser();
        String session = SessionApi.session(user);
        var key = Thing.secret(user, "KEY").known();
        SessionApi.user(user).activate(session, key.id());

        var event = SentEvents.ofThisJvm().await("sessions.v1",
                sent -> sent.type().equals("session.activations-changed") && session.equals(sent.subject()));

        assertThat(event.key()).isEqualTo(session);
        assertThat(event.data().path("revision").asLong()).isEqualTo(1);
        assertThat(event.data().path("items").get(0).path("id").asText()).isEqualTo(key.id());
    }

    @Test
    void aSessionsEventsCountUpWithoutAGap() {
        String user = SessionApi.newUser();
        String session = SessionApi.session(user);
        SessionApi.user(user).activate(session, Thing.secret(user, "KEY").known().id());
        SessionApi.platform().post("/v1/sessions/" + session + "/end").statusCode(200);

        assertThat(database.column("select sequence from outbox_message where topic = 'sessions.v1' and subject = ? order by position",
                session))
                .containsExactly("1", "2", "3", "4", "5");
    }
}
