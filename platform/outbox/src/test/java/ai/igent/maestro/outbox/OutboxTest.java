package ai.igent.maestro.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.event.SecretEvent;
import ai.igent.maestro.contracts.event.Topic;
import ai.igent.maestro.test.JsonSchemas;
import ai.igent.maestro.test.RealServers;
import ai.igent.maestro.test.SentEvent;
import ai.igent.maestro.test.SentEvents;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretId;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

/** Appending inside a service, with everything real: session, transaction, relay, Kafka. */
@QuarkusTest
@WithTestResource(RealServers.class)
class OutboxTest {
    private static final String SECRETS = Topic.SECRETS.text();

    @Inject
    Outbox outbox;
    @Inject
    CommitEvents commitEvents;

    private final SecretId secret = SecretId.of(UUID.randomUUID());

    @Test
    void sendsWhatACommittedTransactionAppendedInItsOrder() throws Throwable {
        List<SecretEvent> events = List.of(changed(1), changed(2), changed(3));

        inTransaction(() -> outbox.append(events));

        var sent = SentEvents.ofThisJvm().await(SECRETS, this::isOurs, 3);
        assertThat(sent).extracting(event -> event.data().get("version").asLong()).containsExactly(1L, 2L, 3L);
        assertThat(sent).allSatisfy(event -> {
            JsonSchemas.assertValid("secret.value-changed", event.data());
            assertThat(event.type()).isEqualTo("secret.value-changed");
            assertThat(event.subject()).isEqualTo(secret.text());
            assertThat(event.key()).isEqualTo("user:alice");
            assertThat(event.headers()).containsEntry("ce_source", "/maestro/outbox-test");
        });
    }

    @Test
    void wakesTheRelayAtTheCommitAndDoesNotWaitForItsNextPoll() throws Throwable {
        inTransaction(() -> outbox.append(changed(1)));
        SentEvents.ofThisJvm().await(SECRETS, this::isOurs);

        Instant start = Instant.now();
        for (int version = 2; version < 7; version++) {
            inTransaction(() -> outbox.append(changed(9)));
            awaitUnsent(0);
        }

        assertThat(Duration.between(start, Instant.now())).as("five rounds, none of which may wait for the poll of 10 s")
                .isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void whatTellsOfNoChangeIsCommittedTogetherAndSentInItsOrder() throws Throwable {
        var prepared = List.of(commitEvents.prepare(changed(1)), commitEvents.prepare(changed(2)), commitEvents.prepare(changed(3)));

        VertxContextSupport.subscribeAndAwait(() -> commitEvents.of(prepared));

        assertThat(rows()).isEqualTo(3);
        var sent = SentEvents.ofThisJvm().await(SECRETS, this::isOurs, 3);
        assertThat(sent).extracting(event -> event.data().get("version").asLong()).containsExactly(1L, 2L, 3L);
        assertThat(sent).allSatisfy(event -> JsonSchemas.assertValid("secret.value-changed", event.data()));
    }

    @Test
    void aTransactionThatRollsBackAppendsNothing() {
        assertThatThrownBy(() -> inTransaction(() -> outbox.append(changed(1)).chain(() -> fail()))).hasMessage("rolled back");

        assertThat(rows()).isZero();
    }

    @Test
    void refusesToAppendOutsideATransaction() {
        assertThatThrownBy(() -> VertxContextSupport.subscribeAndAwait(() -> outbox.append(changed(1))))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("inside the transaction");
        assertThatThrownBy(() -> VertxContextSupport.subscribeAndAwait(() -> Panache.withSession(() -> outbox.append(changed(1)))))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("inside the transaction");

        assertThat(rows()).isZero();
    }

    @Test
    void refusesAnEventThatNoBrokerWouldTake() {
        var huge = new SecretEvent.Updated(secret, Owner.user("alice"), 1, 1, 1, "x".repeat(1_000_000), null, null, null, null);

        assertThatThrownBy(() -> inTransaction(() -> outbox.append(huge))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("secret.updated");

        assertThat(rows()).isZero();
    }

    @Test
    void showsItsBacklogAndStaysReady() {
        get("/q/metrics").then().statusCode(200).body(containsString("maestro_outbox_unsent"),
                containsString("maestro_outbox_oldest_unsent"));
        get("/q/health/ready").then().statusCode(200);
    }

    private SecretEvent changed(long version) {
        return new SecretEvent.ValueChanged(secret, Owner.user("alice"), version, 1, version);
    }

    private boolean isOurs(SentEvent event) {
        return event.subject().equals(secret.text());
    }

    private static Uni<Void> fail() {
        return Uni.createFrom().failure(new IllegalStateException("rolled back"));
    }

    private static <T> T inTransaction(Supplier<Uni<T>> work) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(work));
    }

    private void awaitUnsent(long count) {
        await().until(() -> count("outbox_unsent") == count);
    }

    private long rows() {
        return count("outbox_message");
    }

    private long count(String rows) {
        String query = "select count(*) from " + rows + " where subject = '" + secret.text() + "'";
        try {
            return VertxContextSupport.subscribeAndAwait(() -> Panache.withSession(
                    () -> Panache.getSession().chain(session -> session.createNativeQuery(query, Long.class).getSingleResult())));
        } catch (Throwable unexpected) {
            throw new AssertionError(unexpected);
        }
    }
}
