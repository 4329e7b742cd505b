package ai.igent.maestro.session;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ai.igent.maestro.contracts.event.ConnectionEvent;
import ai.igent.maestro.contracts.event.MaestroEvent;
import ai.igent.maestro.contracts.event.SecretEvent;
import ai.igent.maestro.test.Database;
import ai.igent.maestro.vocabulary.ConnectionId;
import ai.igent.maestro.vocabulary.EventId;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretId;

import static org.assertj.core.api.Assertions.assertThat;

@SessionTest
class RevocationTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String user = SessionApi.newUser();
    private final Owner owner = Owner.user(user);
    private String session;

    @Inject
    Database database;
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @BeforeEach
    void prepare() {
        session = SessionApi.session(user);
    }

    @Test
    void aDeletedSecretIsDeactivatedWhereverItWasActive() {
        var key = Thing.secret(user, "KEY").known();
        String other = SessionApi.session(user);
        SessionApi.user(user).activate(session, key.id());
        SessionApi.user(user).activate(other, key.id());

        send(new SecretEvent.Deleted(new SecretId(key.id()), owner, 1, 2, 2));

        awaitNothingActive(session);
        awaitNothingActive(other);
        assertThat(database.records(session)).contains("activation.deactivated success changed-at-owner");
        assertThat(database.events("sessions.v1", session)).endsWith("session.activations-changed");
    }

    @Test
    void aRevokedConnectionIsDeactivated() {
        var connection = Thing.connection(user, "CONNECTION").known();
        SessionApi.user(user).activate(session, connection.id());

        send(new ConnectionEvent.Revoked(new ConnectionId(connection.id()), owner, 1, 2, 2));

        awaitNothingActive(session);
    }

    @Test
    void whatDoesNotRaiseTheEpochAndWhatIsOldEndsNothing() {
        var key = Thing.secret(user, "KEY").atEpoch(2).known();
        var witness = Thing.secret(user, "WITNESS").known();
        SessionApi.user(user).activate(session, key.id(), witness.id());

        send(new SecretEvent.ValueChanged(new SecretId(key.id()), owner, 2, 2, 5));
        send(new SecretEvent.Deleted(new SecretId(key.id()), owner, 1, 1, 1));
        send(new SecretEvent.Compromised(new SecretId(witness.id()), owner, 1, 2, 2));

        await(() -> !SessionApi.activeIds(session).contains(witness.id()));
        assertThat(SessionApi.activeIds(session)).containsExactly(key.id());
    }

    @Test
    void theSameEventTwiceEndsOnlyWhatWasConfirmedBefore() {
        var key = Thing.secret(user, "KEY").known();
        SessionApi.user(user).activate(session, key.id());
        var compromised = new SecretEvent.Compromised(new SecretId(key.id()), owner, 1, 2, 2);
        send(compromised);
        awaitNothingActive(session);
        key.atEpoch(2).known();
        var witness = Thing.secret(user, "WITNESS").known();
        SessionApi.user(user).activate(session, key.id(), witness.id());

        send(compromised);
        send(new SecretEvent.Deleted(new SecretId(witness.id()), owner, 1, 2, 2));

        await(() -> !SessionApi.activeIds(session).contains(witness.id()));
        assertThat(SessionApi.activeIds(session)).containsExactly(key.id());
    }

    private void awaitNothingActive(String in) {
        await(() -> SessionApi.activeIds(in).isEmpty());
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        for (Instant end = Instant.now().plus(PATIENCE); !condition.getAsBoolean();)
            assertThat(Instant.now()).as("in time").isBefore(end);
    }

    private void send(MaestroEvent event) {
        try (var producer = new KafkaProducer<>(Map.of("bootstrap.servers", kafka), new StringSerializer(), new StringSerializer())) {
            var message = new ProducerRecord<>(event.topic().text(), event.key(), PlayedOwners.JSON.writeValueAsString(event));
            header(message, "ce_id", EventId.of(UUID.randomUUID()).text());
            header(message, "ce_type", event.type());
            header(message, "ce_subject", event.subject());
            header(message, "ce_sequence", Long.toString(event.sequence()));
            producer.send(message).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void header(ProducerRecord<String, String> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
